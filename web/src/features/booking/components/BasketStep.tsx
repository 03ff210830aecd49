"use client";
// Everything chosen, with its price and why; each part can be changed or taken out.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PriceTag } from "@/components/ui/PriceTag";
import { Face } from "@/features/catalog/components/Face";
import { type Problem, problemOf } from "@/lib/api/problem";
import { removeLine } from "../api";
import { useJourney } from "../hooks";
import type { BasketLine } from "../rules";
import styles from "./journey.module.css";
import { PriceTable } from "./PriceTable";
import { StepFrame } from "./StepFrame";
import { useWhen } from "./useWhen";

export function BasketStep() {
  const t = useTranslations("booking.basket");
  const { basket, change, go, taken, setTaken } = useJourney();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lines = basket?.lines ?? [];
  const untimed = lines.find((line) => line.starts_at === null && line.state !== "unavailable");
  const blocked = lines.some((line) => line.state === "unavailable");

  async function remove(line: BasketLine) {
    setBusy(line.id);
    try {
      const after = await change(() => removeLine(line.id));
      if (taken?.line === line.id) setTaken(null);
      if (after.lines.length === 0) go("service", { line: null });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  function onward() {
    if (untimed) return go("time", { line: untimed.id });
    if (!blocked && lines.length > 0) go("details");
  }

  return (
    <StepFrame
      title={t("title")}
      action={untimed ? t("chooseTime") : t("continue")}
      onSubmit={onward}
      problem={problem}
      holds
      below={
        <p className={styles.line}>
          <Button onClick={() => go("service", { line: null })}>{t("add")}</Button>
        </p>
      }
    >
      {lines.length === 0 && (
        <EmptyState title={t("empty")} action={<Button onClick={() => go("service")}>{t("choose")}</Button>}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          currency={basket?.currency ?? "GBP"}
          busy={busy === line.id}
          onRemove={remove}
        />
      ))}
    </StepFrame>
  );
}

type LineProps = { line: BasketLine; currency: string; busy: boolean; onRemove: (line: BasketLine) => void };

function Line({ line, currency, busy, onRemove }: LineProps) {
  const t = useTranslations("booking.basket");
  const when = useWhen();
  const { go, services } = useJourney();
  const extras = services.find((service) => service.id === line.service_id)?.extras ?? [];
  const gone = line.state === "unavailable";
  return (
    <section className={styles.line} aria-label={line.name || t("gone")}>
      <div className={styles.lineHead}>
        <h2>{gone ? t("gone") : line.name}</h2>
        {!gone && <PriceTag price={{ amount: line.total_amount, currency }} />}
      </div>
      {!gone && <p>{line.starts_at ? when(line) : t("noTime")}</p>}
      {line.staff && (
        <p className={styles.who}>
          <Face name={line.staff.name} photoUrl={line.staff.photo_url} size={40} />
          <span>{line.staff.name}</span>
        </p>
      )}
      {line.steps.length > 1 && (
        <PriceTable steps={line.steps} total={line.total_amount} tax={line.tax_amount} currency={currency} />
      )}
      <div className={styles.actions}>
        {!gone && (
          <Button onClick={() => go("time", { line: line.id })}>
            {line.starts_at ? t("changeTime") : t("chooseTime")}
          </Button>
        )}
        {extras.length > 0 && (
          <Button onClick={() => go("extras", { line: line.id })}>{t("changeExtras")}</Button>
        )}
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t("removeNamed", { name: line.name })}
          onClick={() => onRemove(line)}
        >
          {t("remove")}
        </Button>
      </div>
    </section>
  );
}
