"use client";
// Anything extra? Each with its price and the time it adds.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { QuantityStepper } from "@/components/ui/QuantityStepper";
import { useLength } from "@/features/catalog/components/useLength";
import type { Extra } from "@/features/catalog/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { changeExtras } from "../api";
import { useJourney } from "../hooks";
import { onward } from "../rules";
import styles from "./journey.module.css";
import { StepFrame } from "./StepFrame";

/** So long after the last press the new price is asked for. */
const PRICE_MS = 400;

/** "+£15, +30 min". */
function useAdds(currency: string): (extra: Extra) => string {
  const t = useTranslations("booking.extras");
  const locale = useLocale();
  const length = useLength();
  return ({ price_amount: amount, duration_minutes: minutes }) => {
    const price = formatMoney({ amount, currency }, locale);
    if (minutes === 0) return t("adds", { price });
    return amount === 0
      ? t("addsTime", { length: length(minutes) })
      : t("addsBoth", { price, length: length(minutes) });
  };
}

export function ExtrasStep() {
  const t = useTranslations("booking");
  const { services, line, basket, change, go, position } = useJourney();
  const service = services.find((each) => each.id === line?.service_id);
  const before = Object.fromEntries((line?.extras ?? []).map((extra) => [extra.extra_id, extra.quantity]));
  const [counts, setCounts] = useState<Record<string, number>>(before);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const adds = useAdds(service?.currency ?? "GBP");
  const extras = service?.extras ?? [];
  const chosen = extras.filter((extra) => (counts[extra.id] ?? 0) > 0);
  const set = (extra: Extra, count: number) => setCounts((now) => ({ ...now, [extra.id]: count }));

  const changed = extras.some((extra) => (counts[extra.id] ?? 0) !== (before[extra.id] ?? 0));

  async function save() {
    if (!line || !changed) return;
    const wanted = chosen.map((extra) => ({ extra_id: extra.id, quantity: counts[extra.id] ?? 1 }));
    return change(() => changeExtras(line.id, wanted));
  }

  const saveLater = useEffectEvent(() => {
    save().catch((error) => setProblem(problemOf(error)));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a moment after the last press, the price is asked for.
  useEffect(() => {
    const timer = setTimeout(saveLater, PRICE_MS);
    return () => clearTimeout(timer);
  }, [counts]);

  async function send() {
    if (!line) return go("service");
    setBusy(true);
    try {
      const after = await save();
      if (position.line !== line.id) go("extras", { line: line.id, replace: true });
      const saved = after?.lines.find(({ id }) => id === line.id) ?? line;
      const next = onward("extras", saved, after ?? basket, services);
      go(next.step, { line: next.line });
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <StepFrame
      title={t("extras.title")}
      lead={service?.plus_tax ? `${t("extras.lead")} ${t("extras.plusTax")}` : t("extras.lead")}
      action={chosen.length > 0 ? t("continue") : t("extras.none")}
      busy={busy}
      onSubmit={() => void send()}
      problem={problem}
    >
      <ChoiceGroup name="extras" legend={t("extras.legend")} hideLegend>
        {extras.map((extra) =>
          extra.max_quantity > 1 ? (
            <div key={extra.id} className={styles.extra}>
              <QuantityStepper
                name={extra.slug}
                label={extra.name}
                value={counts[extra.id] ?? 0}
                max={extra.max_quantity}
                onChange={(count) => set(extra, count)}
              />
              <p>{adds(extra)}</p>
            </div>
          ) : (
            <ChoiceCard
              key={extra.id}
              many
              name={extra.slug}
              value={extra.id}
              checked={(counts[extra.id] ?? 0) > 0}
              onChange={(event) => set(extra, event.target.checked ? 1 : 0)}
              title={extra.name}
              end={adds(extra)}
            />
          ),
        )}
      </ChoiceGroup>
    </StepFrame>
  );
}
