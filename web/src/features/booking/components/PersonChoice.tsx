"use client";
// Anyone, or somebody by name with their photo, price and next free day. Folded while there are more than two.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { Face } from "@/features/catalog/components/Face";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { SlotStaff } from "../rules";
import styles from "./journey.module.css";

type Props = {
  people: SlotStaff[];
  visit: VisitAsked;
  /** Tells two choices on one page apart. */
  scope?: string | undefined;
  /** Who comes unless somebody else is asked for. */
  usual?: string | null | undefined;
  value: string | null;
  onChange: (staffId: string | null) => void;
};

/** What is known of the visit, and by whose clock it is told; without a currency nobody's price is named, because it will not change. */
export type VisitAsked = { venue: string | null | undefined; zone: string; currency?: string };

export function PersonChoice({ people, visit, scope = "", usual, value, onChange }: Props) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const [open, setOpen] = useState(value !== null);
  if (people.length < 2) return null;
  const { currency } = visit;
  const prices = people.map((person) => person.price_amount);
  const differ = new Set(prices).size > 1;
  const money = (amount: number) =>
    currency && differ ? formatMoney({ amount, currency }, locale) : undefined;
  const lowest = money(Math.min(...prices));
  const name = `person${scope}`;
  const shown = open ? people : [];
  return (
    <div className={styles.people}>
      <ChoiceGroup name={name} legend={t(visit.venue === "online" ? "whoOnline" : "who")}>
        <ChoiceCard
          name={name}
          value=""
          checked={value === null}
          onChange={() => onChange(null)}
          title={t("anyone")}
          end={lowest && <From price={lowest} />}
        >
          {usual ? t("usualText", { name: usual }) : t("anyoneText")}
        </ChoiceCard>
        {shown.map((person) => (
          <ChoiceCard
            key={person.id}
            name={name}
            value={person.id}
            checked={value === person.id}
            onChange={() => onChange(person.id)}
            title={person.name}
            end={money(person.price_amount)}
            picture={<Face name={person.name} photoUrl={person.photo_url} />}
          >
            {[
              person.title,
              person.next_free_at
                ? t("nextFree", { day: formatDay(person.next_free_at, visit.zone, locale) })
                : t("noneSoon"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </ChoiceCard>
        ))}
      </ChoiceGroup>
      {!open && (
        <p className={styles.lone}>
          <Button kind="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
            {t("choosePerson", { count: people.length })}
          </Button>
        </p>
      )}
    </div>
  );
}

function From({ price }: { price: string }) {
  const t = useTranslations("booking");
  return t("from", { price });
}
