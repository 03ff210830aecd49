"use client";
// A gift card for somebody: how much, for whom, what it says, when they are told. It goes into the basket.
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { IsoDate } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { putGift } from "../api";
import type { Offer } from "../rules";
import { GiftFields } from "./GiftFields";
import styles from "./giftcards.module.css";
import { useGift } from "./useGift";

type Props = { offers: Offer[]; today: IsoDate };

export function BuyCard({ offers, today }: Props) {
  const t = useTranslations("giftCards");
  const [slug, setSlug] = useState(offers[0]?.business ?? "");
  const offer = offers.find(({ business }) => business === slug) ?? offers[0];
  if (!offer) return null;
  return (
    <Written offer={offer} today={today}>
      {offers.length > 1 && (
        <SelectField
          name="business"
          label={t("business")}
          value={offer.business}
          onChange={({ currentTarget }) => setSlug(currentTarget.value)}
        >
          {offers.map(({ business, business_name }) => (
            <option key={business} value={business}>
              {business_name}
            </option>
          ))}
        </SelectField>
      )}
    </Written>
  );
}

function Written({ offer, today, children }: { offer: Offer; today: IsoDate; children: ReactNode }) {
  const t = useTranslations("giftCards");
  const router = useRouter();
  const gift = useGift(offer);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    const body = gift.checked();
    if (!body) return;
    setBusy(true);
    try {
      await putGift(body);
      router.push("/booking/?step=basket");
    } catch (error) {
      const found = problemOf(error);
      if (!gift.refuse(found)) setProblem(found);
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={gift.problems} attempt={gift.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {children}
      <GiftFields gift={gift} today={today} />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("buy")}
        </Button>
      </div>
    </form>
  );
}
