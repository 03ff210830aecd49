"use client";
// A gift card for somebody: how much, for whom, what it says, when they are told. It goes into the basket.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { minorUnits } from "@/features/payments/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { IsoDate } from "@/lib/datetime/format";
import { looksLikeAddress } from "@/lib/email";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { putGift } from "../api";
import { isSold, type Offer } from "../rules";
import styles from "./giftcards.module.css";

type Props = { offers: Offer[]; today: IsoDate };
const OWN = "own";
const empty = { recipient_name: "", recipient_email: "", sender_name: "", message: "", deliver_on: "" };

export function BuyCard({ offers, today }: Props) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const router = useRouter();
  const [slug, setSlug] = useState(offers[0]?.business ?? "");
  const offer = offers.find(({ business }) => business === slug) ?? offers[0];
  const [chosen, setChosen] = useState(String(offer?.amounts[1] ?? offer?.amounts[0] ?? OWN));
  const [own, setOwn] = useState("");
  const [typed, setTyped] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  if (!offer) return null;
  const { currency } = offer;
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const amount = chosen === OWN ? minorUnits(own) : Number(chosen);
  const bounds = { least: money(offer.least_amount), most: money(offer.most_amount) };
  const mail = typed.recipient_email.trim();
  const errors: Record<string, string | undefined> = {
    amount: amount !== null && isSold(offer, amount) ? undefined : t("amountWrong", bounds),
    recipient_email: mail === "" || looksLikeAddress(mail) ? refused.recipient_email : t("emailWrong"),
    recipient_name: refused.recipient_name,
    sender_name: refused.sender_name,
    message: refused.message,
    deliver_on: refused.deliver_on,
  };
  const shown = (name: string) => (attempt > 0 ? errors[name] : undefined);
  const problems = Object.entries(errors).flatMap(([name, error]) =>
    error && attempt > 0 ? [{ name, error }] : [],
  );

  function field(name: keyof typeof empty) {
    return {
      name,
      label: t(name),
      optional: true,
      value: typed[name],
      error: shown(name),
      onChange: (event: { target: { value: string } }) => {
        setTyped((now) => ({ ...now, [name]: event.target.value }));
        setRefused((now) => ({ ...now, [name]: "" }));
      },
    };
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    if (errors.amount || (mail && !looksLikeAddress(mail)) || amount === null)
      return setAttempt((count) => count + 1);
    setBusy(true);
    try {
      await putGift({ business: slug, amount, ...typed, deliver_on: typed.deliver_on || null });
      router.push("/booking/?step=basket");
    } catch (error) {
      const found = problemOf(error);
      if (found.code === "invalid_input")
        setRefused(
          Object.fromEntries(Object.entries(found.fields).map(([name, words]) => [name, words[0] ?? ""])),
        );
      else setProblem(found);
      setAttempt((count) => count + 1);
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {offers.length > 1 && (
        <SelectField
          name="business"
          label={t("business")}
          value={slug}
          onChange={({ currentTarget }) => setSlug(currentTarget.value)}
        >
          {offers.map(({ business, business_name }) => (
            <option key={business} value={business}>
              {business_name}
            </option>
          ))}
        </SelectField>
      )}
      <ChoiceGroup name="amount" legend={t("amount")} error={chosen === OWN ? undefined : shown("amount")}>
        {offer.amounts.map((each) => (
          <ChoiceCard
            key={each}
            name="amount"
            value={String(each)}
            title={money(each)}
            checked={chosen === String(each)}
            onChange={() => setChosen(String(each))}
          />
        ))}
        <ChoiceCard
          name="amount"
          value={OWN}
          title={t("own")}
          checked={chosen === OWN}
          onChange={() => setChosen(OWN)}
        />
      </ChoiceGroup>
      {chosen === OWN && (
        <TextField
          name="own"
          label={t("ownLabel", { currency })}
          help={t("ownHelp", bounds)}
          inputMode="decimal"
          size={10}
          value={own}
          error={shown("amount")}
          onChange={({ currentTarget }) => setOwn(currentTarget.value)}
        />
      )}
      <TextField {...field("recipient_name")} autoComplete="off" dir="auto" />
      <TextField
        {...field("recipient_email")}
        help={t("recipientHelp")}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <TextField {...field("sender_name")} help={t("senderHelp")} autoComplete="name" dir="auto" />
      <TextArea {...field("message")} rows={3} maxLength={500} dir="auto" />
      <TextField {...field("deliver_on")} help={t("deliverHelp")} type="date" min={today} size={10} />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("buy")}
        </Button>
      </div>
    </form>
  );
}
