// A gift card as it is being written: how much, for whom, what it says, when they are told, and what of that cannot be.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { minorUnits } from "@/features/payments/rules";
import type { Problem } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";
import { looksLikeAddress } from "@/lib/email";
import { useFieldWords } from "@/lib/errors/fields";
import { formatMoney } from "@/lib/money/money";
import { isSold, type Offer } from "../rules";

export const OWN = "own";
const empty = { recipient_name: "", recipient_email: "", sender_name: "", message: "", deliver_on: "" };
export type GiftText = keyof typeof empty;

export function useGift(offer: Offer) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const fieldWords = useFieldWords();
  const [wished, choose] = useState("");
  const [own, setOwn] = useState("");
  const [typed, setTyped] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const { currency } = offer;
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  // Another seller has other amounts: one that is not offered is not chosen.
  const isOffered = wished === OWN || offer.amounts.includes(Number(wished));
  const chosen = isOffered ? wished : String(offer.amounts[1] ?? offer.amounts[0] ?? OWN);
  const amount = chosen === OWN ? minorUnits(own) : Number(chosen);
  const bounds = { least: money(offer.least_amount), most: money(offer.most_amount) };
  const mail = typed.recipient_email.trim();
  const isMailWrong = mail !== "" && !looksLikeAddress(mail);
  const errors: Record<string, string | undefined> = {
    amount: amount !== null && isSold(offer, amount) ? refused.amount : t("amountWrong", bounds),
    recipient_email: isMailWrong ? t("emailWrong") : refused.recipient_email,
    recipient_name: refused.recipient_name,
    sender_name: refused.sender_name,
    message: refused.message,
    deliver_on: refused.deliver_on,
  };
  const told = attempt > 0 ? errors : {};

  return {
    offer,
    money,
    bounds,
    chosen,
    choose,
    own,
    setOwn,
    attempt,
    errorOf: (name: string) => told[name],
    problems: Object.entries(told).flatMap(([name, error]) => (error ? [{ name, error }] : [])),
    field: (name: GiftText) => ({
      name,
      label: t(name),
      optional: true,
      value: typed[name],
      error: told[name],
      onChange: (event: { target: { value: string } }) => {
        setTyped((now) => ({ ...now, [name]: event.target.value }));
        setRefused((now) => ({ ...now, [name]: "" }));
      },
    }),
    /** As it is sent; null where something cannot be, which is told from then on. */
    checked: (): components["schemas"]["GiftIn"] | null => {
      if (errors.amount || isMailWrong || amount === null) {
        setAttempt((count) => count + 1);
        return null;
      }
      return { business: offer.business, amount, ...typed, deliver_on: typed.deliver_on || null };
    },
    /** Tells what the server says of its fields; whether it named any of them. */
    refuse: (problem: Problem): boolean => {
      const named = Object.entries(fieldWords(problem.code === "invalid_input" ? problem : null)).map(
        ([name, words]) => [name.replace(/^gift\./, ""), words] as const,
      );
      setRefused(Object.fromEntries(named));
      setAttempt((count) => count + 1);
      return named.some(([name]) => name === "amount" || name in empty);
    },
  };
}

export type Gift = ReturnType<typeof useGift>;
