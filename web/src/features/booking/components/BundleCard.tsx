"use client";
// A bundle among the services to choose from: what it is, how long it takes, and what it costs less.
import { useLocale, useTranslations } from "next-intl";
import { ChoiceCard } from "@/components/ui/ChoiceCard";
import { type Bundle, savedBy } from "@/features/bundles/rules";
import { useLength } from "@/features/catalog/components/useLength";
import { formatMoney } from "@/lib/money/money";
import styles from "./journey.module.css";

type Props = { bundle: Bundle; checked: boolean; onChoose: () => void };

export function BundleCard({ bundle, checked, onChoose }: Props) {
  const t = useTranslations("booking");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const length = useLength();
  const money = (amount: number) => formatMoney({ amount, currency: bundle.currency }, locale);
  const facts = [
    length(bundle.duration_minutes),
    t(bundle.same_person ? "bundle.onePerson" : `bundle.timing.${bundle.timing}`),
    ...(savedBy(bundle) > 0 ? [t("bundle.saves", { amount: money(savedBy(bundle)) })] : []),
    ...(bundle.plus_tax ? [tu("withoutTax")] : []),
  ];
  return (
    <ChoiceCard
      name="service"
      value={bundle.id}
      checked={checked}
      onChange={onChoose}
      title={bundle.name}
      end={t("from", { price: money(bundle.from_amount) })}
    >
      <span className={styles.facts}>{bundle.steps.map(({ name }) => name).join(" + ")}</span>
      <span className={styles.facts}>{facts.join(" · ")}</span>
      {bundle.description}
    </ChoiceCard>
  );
}
