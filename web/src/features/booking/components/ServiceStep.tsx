"use client";
// What do you need? The services of this business by category, with price and length.
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { EmptyState } from "@/components/ui/EmptyState";
import { PriceTag } from "@/components/ui/PriceTag";
import { useLength } from "@/features/catalog/components/useLength";
import { byCategory, priceVaries, type Service } from "@/features/catalog/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { addLine, putBundle, removeLine, takeBundleOut } from "../api";
import { useJourney } from "../hooks";
import { type Basket, bundleOf, NEW_LINE, onward } from "../rules";
import { BundleCard } from "./BundleCard";
import { ContactLinks } from "./ContactLinks";
import styles from "./journey.module.css";
import { StepFrame } from "./StepFrame";

function useServiceChoice() {
  const journey = useJourney();
  const { services, bundles, basket, business, position, change, go } = journey;
  const query = useSearchParams();
  const ours = services.filter((service) => service.business === business.slug);
  // The line this step is about: the one in the address, or the one that was begun and has no time yet.
  const mine = basket?.lines.filter((each) => each.business === business.slug) ?? [];
  const line =
    position.line === NEW_LINE
      ? undefined
      : (mine.find((each) => each.id === position.line) ?? mine.find((each) => each.state === "open"));
  const together = bundles.filter((bundle) => bundle.business === business.slug);
  const linked = ours.find((service) => service.slug === query.get("service"));
  const linkedBundle = together.find((bundle) => bundle.slug === query.get("bundle"));
  const begun = bundleOf(basket, line ?? null);
  const [chosen, setChosen] = useState<string | null>(
    begun?.bundle_id ?? line?.service_id ?? linked?.id ?? linkedBundle?.id ?? null,
  );

  /** Puts what was chosen into the basket, in the place of the line or the bundle this step is about. */
  async function take(id: string) {
    const service = ours.find((each) => each.id === id);
    const before = new Set(basket?.lines.map((each) => each.id));
    let after: Basket | null = basket;
    if ((begun?.bundle_id ?? line?.service_id) !== id) {
      const asked = service === linked ? (query.get("extras")?.split(",") ?? []) : [];
      const extras = (service?.extras ?? [])
        .filter((extra) => asked.includes(extra.id) || asked.includes(extra.slug))
        .map((extra) => ({ extra_id: extra.id, quantity: 1 }));
      after = await change(() => (service ? addLine(service.id, extras) : putBundle(id)));
      if (begun) await change(() => takeBundleOut(begun.id));
      else if (line) await change(() => removeLine(line.id));
    }
    const found = after?.lines.find((each) => !before.has(each.id)) ?? line;
    if (!found) return;
    // Back leads here again, to this line and not to a second one.
    go("service", { line: found.id, replace: true });
    const next = onward("service", found, after, services);
    go(next.step, { line: next.line });
  }
  return { ours, together, chosen, setChosen, take };
}

export function ServiceStep() {
  const t = useTranslations("booking");
  const { business } = useJourney();
  const { ours, together, chosen, setChosen, take } = useServiceChoice();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send() {
    const known = [...ours, ...together].find((each) => each.id === chosen);
    setMissing(!known);
    if (!known) return document.getElementById("service")?.focus();
    setBusy(true);
    try {
      await take(known.id);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <StepFrame
      title={t(business.visits_at_customer ? "service.title" : "service.titleOnline")}
      action={t("continue")}
      busy={busy}
      onSubmit={() => void send()}
      problem={problem}
    >
      {ours.length === 0 && (
        <EmptyState title={t("service.empty")}>
          <p>{t("service.emptyText")}</p>
          <ContactLinks phone={business.phone} email={business.email} />
        </EmptyState>
      )}
      {ours.length > 0 && (
        <ChoiceGroup
          name="service"
          legend={t("service.legend")}
          hideLegend
          error={missing ? t("service.none") : undefined}
        >
          {byCategory(ours).map((category) => (
            <div key={category.slug} className={styles.category}>
              <h2>{category.name}</h2>
              <div className={styles.cards}>
                {category.services.map((service) => (
                  <ServiceCard
                    key={service.id}
                    service={service}
                    checked={service.id === chosen}
                    onChoose={() => {
                      setChosen(service.id);
                      setMissing(false);
                    }}
                  />
                ))}
              </div>
            </div>
          ))}
          {together.length > 0 && (
            <div className={styles.category}>
              <h2>{t("bundle.shelf")}</h2>
              <div className={styles.cards}>
                {together.map((bundle) => (
                  <BundleCard
                    key={bundle.id}
                    bundle={bundle}
                    checked={bundle.id === chosen}
                    onChoose={() => {
                      setChosen(bundle.id);
                      setMissing(false);
                    }}
                  />
                ))}
              </div>
            </div>
          )}
        </ChoiceGroup>
      )}
    </StepFrame>
  );
}

type CardProps = { service: Service; checked: boolean; onChoose: () => void };

function ServiceCard({ service, checked, onChoose }: CardProps) {
  const t = useTranslations("booking");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const length = useLength();
  const price = { amount: service.price_from_amount, currency: service.currency };
  return (
    <ChoiceCard
      name="service"
      value={service.id}
      checked={checked}
      onChange={onChoose}
      title={service.name}
      end={
        priceVaries(service) ? t("from", { price: formatMoney(price, locale) }) : <PriceTag price={price} />
      }
    >
      <span className={styles.facts}>
        {length(service.duration_minutes)}
        {service.plus_tax && `, ${tu("withoutTax")}`}
      </span>
      {service.description}
    </ChoiceCard>
  );
}
