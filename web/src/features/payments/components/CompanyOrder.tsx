"use client";
// Which of several companies behind one way to pay takes new payments first: moved by buttons, saved at once.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import edit from "@/features/catalog/components/edit/edit.module.css";
import { moved } from "@/features/catalog/editing";
import { useGuarded } from "@/features/proof/useGuarded";
import { useRouter } from "@/lib/i18n/navigation";
import { orderCompanies } from "../api";
import { companyNamed, methodNamed, type Place } from "../rules";
import styles from "./payments.module.css";

export function CompanyOrder({ method, places }: { method: string; places: readonly Place[] }) {
  const t = useTranslations("paymentsTeam.companyOrder");
  const tp = useTranslations("payments");
  const router = useRouter();
  const [told, setTold] = useState("");
  const { busy, run, notice } = useGuarded();
  const pressed = useRef<string>("");
  const list = useRef<HTMLOListElement>(null);

  // A row that changed its place takes the focus along, so that the next press moves the same company.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows are others.
  useEffect(() => {
    if (pressed.current) list.current?.querySelector<HTMLElement>(`#${pressed.current}`)?.focus();
    pressed.current = "";
  }, [places]);

  function move(index: number, by: -1 | 1, button: string) {
    const place = places[index];
    if (!place || index + by < 0 || index + by >= places.length) return;
    void run(async () => {
      const providers = moved(
        places.map(({ provider }) => provider),
        index,
        by,
      );
      await orderCompanies(method, providers);
      pressed.current = button;
      setTold(t("movedTo", { company: companyNamed(place.provider), place: index + by + 1 }));
      router.refresh();
    });
  }

  const id = `order-${method}`;
  return (
    <section aria-labelledby={id} className={styles.statement}>
      <h2 id={id}>{t("title", { method: tp(`method.${methodNamed(method)}`, { method }) })}</h2>
      <p className={styles.note}>{t("lead")}</p>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <ol ref={list} className={edit.rows}>
        {places.map(({ provider, state }, index) => {
          const company = companyNamed(provider);
          const [up, down] = [`up-${method}-${provider}`, `down-${method}-${provider}`];
          return (
            <li key={provider} className={edit.row}>
              <div className={edit.what}>
                {index + 1}. {company} <span className={styles.back}>{t(`state.${state}`)}</span>
              </div>
              <div className={edit.buttons}>
                <Button
                  kind="quiet"
                  id={up}
                  aria-disabled={index === 0 || busy}
                  aria-label={t("upOf", { company })}
                  onClick={() => move(index, -1, up)}
                >
                  {t("up")}
                </Button>
                <Button
                  kind="quiet"
                  id={down}
                  aria-disabled={index === places.length - 1 || busy}
                  aria-label={t("downOf", { company })}
                  onClick={() => move(index, 1, down)}
                >
                  {t("down")}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {notice}
    </section>
  );
}
