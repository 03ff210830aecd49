"use client";
// After an order, and beside it later: sign in to add it to an account, open one, or neither. The same is shown to
// everybody, so that nobody learns here whether an e-mail is known; and nothing stops working without an account.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { linkableOrders, wishForAccount } from "../api";
import { type LinkableOrders, writeFragment } from "../rules";
import { AddOrders } from "./AddOrders";
import styles from "./orders.module.css";

type Props = {
  /** What the page is about: one order, or all that were booked together. */
  orders: string[];
  token: string;
};

export function AccountChoices({ orders, token }: Props) {
  const { data } = useQuery({
    queryKey: ["linkable orders", token],
    queryFn: () => linkableOrders(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null; // also when the answer never comes: the page does without it
  return data.signed_in ? <Mine found={data} orders={orders} token={token} /> : <Stranger token={token} />;
}

function Mine({ found, orders, token }: Props & { found: LinkableOrders }) {
  const t = useTranslations("joining");
  const ids = found.orders.map(({ id }) => id);
  const these = ids.filter((id) => orders.includes(id));
  const others = ids.filter((id) => !orders.includes(id));
  if (ids.length === 0) return null;
  return (
    <section className={styles.section}>
      {these.length > 0 && (
        <>
          <h2>{t("mineTitle")}</h2>
          <p className={styles.muted}>{t("mineLead")}</p>
          <AddOrders orders={these} token={token} label={t("addThis", { count: these.length })} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>{t("earlier", { count: others.length })}</h2>
          <AddOrders orders={others} label={t("add", { count: others.length })} />
        </>
      )}
    </section>
  );
}

function Stranger({ token }: { token: string }) {
  const t = useTranslations("joining");
  const locale = useLocale();
  const [state, setState] = useState<"idle" | "busy" | "sent" | "skipped">("idle");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function wish() {
    setState("busy");
    setProblem(null);
    try {
      await wishForAccount(token);
      setState("sent");
    } catch (error) {
      setProblem(problemOf(error));
      setState("idle");
    }
  }

  if (state === "skipped") return null;
  if (state === "sent")
    return (
      <Notice tone="good" role="status" title={t("sentTitle")} className={styles.block ?? ""}>
        <p>{t("sent")}</p>
      </Notice>
    );
  // The order's link goes on behind the #, which no server sees; the sign-in leads back with it.
  const back = getPathname({ href: "/track/", locale: locale as Locale });
  return (
    <section className={styles.section}>
      <h2>{t("title")}</h2>
      <p className={styles.muted}>{t("lead")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <p className={styles.actions}>
        <Button busy={state === "busy"} onClick={() => void wish()}>
          {t("wish")}
        </Button>
        <ButtonLink href={`/login/?next=${encodeURIComponent(back)}#${writeFragment(token)}`}>
          {t("signIn")}
        </ButtonLink>
        <Button kind="quiet" onClick={() => setState("skipped")}>
          {t("skip")}
        </Button>
      </p>
    </section>
  );
}
