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
  visit: { venue: string | null | undefined; zone: string; currency: string };
  value: string | null;
  onChange: (staffId: string | null) => void;
};

export function PersonChoice({ people, visit, value, onChange }: Props) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const [open, setOpen] = useState(value !== null);
  if (people.length < 2) return null;
  const money = (amount: number) => formatMoney({ amount, currency: visit.currency }, locale);
  const prices = people.map((person) => person.price_amount);
  const differ = new Set(prices).size > 1;
  const lowest = money(Math.min(...prices));
  const shown = open ? people : [];
  return (
    <div className={styles.people}>
      <ChoiceGroup name="person" legend={t(visit.venue === "online" ? "whoOnline" : "who")}>
        <ChoiceCard
          name="person"
          value=""
          checked={value === null}
          onChange={() => onChange(null)}
          title={t("anyone")}
          end={differ ? <From price={lowest} /> : undefined}
        >
          {t("anyoneText")}
        </ChoiceCard>
        {shown.map((person) => (
          <ChoiceCard
            key={person.id}
            name="person"
            value={person.id}
            checked={value === person.id}
            onChange={() => onChange(person.id)}
            title={person.name}
            end={differ ? money(person.price_amount) : undefined}
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
