"use client";
// What was agreed on the phone, and the button that books for the price it says.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Basket, cardsPaying, hasOnlyGoods, wishOf } from "@/features/booking/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { formatMoney } from "@/lib/money/money";
import { book, getBasket } from "../api";
import { hasMail } from "../rules";
import styles from "./desk.module.css";
import { useDayAndTime } from "./useDayAndTime";
import type { Desk } from "./useDesk";

type Props = {
  desk: Desk;
  save: () => Promise<Basket | null>;
  onMissing: (names: string[], errors: Record<string, string>) => void;
  onDone: (number: string) => void;
};

export function BookPart({ desk, save, onMissing, onDone }: Props) {
  const t = useTranslations("phone");
  const locale = useLocale();
  const fieldWords = useFieldWords();
  const { basket } = desk;
  const [chosen, setMethod] = useState("pay_on_site");
  const [terms, setTerms] = useState(false);
  const [consent, setConsent] = useState(false);
  const [download, setDownload] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wish = useRef({ wish: "", key: "" });
  const totals = basket?.totals ?? [];
  const method = payable(basket, chosen);
  const price = totals
    .map(({ to_pay_amount: amount, currency }) => formatMoney({ amount, currency }, locale))
    .join(" + ");

  async function press() {
    if (busy) return;
    setTried(true);
    setProblem(null);
    setBusy(true);
    try {
      const saved = await save();
      if (saved) await send(saved);
    } finally {
      setBusy(false);
    }
  }

  async function send(saved: Basket) {
    if (saved.missing.length > 0) return onMissing(saved.missing, {});
    onMissing([], {});
    const needsConsent = saved.needs_early_start_consent && !consent;
    if (!terms || needsConsent) return document.getElementById(terms ? "early" : "terms")?.focus();
    if (saved.needs_download_consent && !download) return document.getElementById("download")?.focus();
    // The same wish sent again is the same order, never a second one.
    const by = payable(saved, chosen);
    const cards = cardsPaying(saved);
    const said = `${saved.caller?.id} ${JSON.stringify(saved.details)} ${wishOf(saved, consent, by, { download })}`;
    if (wish.current.wish !== said) wish.current = { wish: said, key: newIdempotencyKey() };
    const body = {
      shown_total_amount: saved.total_amount,
      shown_totals: Object.fromEntries(saved.totals.map((each) => [each.currency, each.total_amount])),
      payment_method: by,
      terms_accepted: true,
      download_consent: download,
      gift_cards: cards,
      early_start_consent: consent,
      keep_card: false,
    } as const;
    try {
      const booked = await book(body, wish.current.key);
      onDone(booked.orders.map((order) => order.number).join(", "));
    } catch (error) {
      await refused(problemOf(error));
    }
  }

  async function refused(found: Problem) {
    if (found.code === "already_booked") return onDone(String(found.extra.number ?? ""));
    const fields = Object.entries(fieldWords(found)).filter(([path]) => path.startsWith("details."));
    if (fields.length > 0) {
      const errors = fields.map(([path, words]) => [path.slice("details.".length), words]);
      return onMissing([], Object.fromEntries(errors));
    }
    if (found.code === "incomplete")
      return onMissing((found.extra.missing as string[] | undefined) ?? [], {});
    if (
      [
        "price_changed",
        "changed_meanwhile",
        "dates_changed",
        "slot_taken",
        "coupon_not_applicable",
        "gift_card_changed",
        "pass_changed",
      ].includes(found.code)
    )
      await desk.change(getBasket);
    setProblem(found);
  }

  return (
    <>
      {basket && basket.payment_methods.length > 1 ? (
        <SelectField
          name="method"
          label={t("pay")}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
        >
          {basket.payment_methods.map((each) => (
            <option key={each} value={each}>
              {each === "pay_on_site" ? t("payOnSite") : each === "bank_transfer" ? t("bankTransfer") : each}
            </option>
          ))}
        </SelectField>
      ) : (
        <WayToPay method={method} basket={basket} />
      )}
      <CheckboxField
        name="terms"
        label={t("terms")}
        checked={terms}
        error={tried && !terms ? t("termsMissing") : undefined}
        onChange={(event) => setTerms(event.currentTarget.checked)}
      />
      {basket?.needs_early_start_consent && (
        <CheckboxField
          name="early"
          label={t("early")}
          checked={consent}
          error={tried && !consent ? t("earlyMissing") : undefined}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
      )}
      {basket?.needs_download_consent && (
        <CheckboxField
          name="download"
          label={t("download")}
          checked={download}
          error={tried && !download ? t("downloadMissing") : undefined}
          onChange={(event) => setDownload(event.currentTarget.checked)}
        />
      )}
      {problem?.code === "slot_taken" ? (
        <Notice tone="warn" role="alert" title={t("takenTitle")}>
          <p>{t("takenText")}</p>
        </Notice>
      ) : (
        problem && <ProblemNotice problem={problem} />
      )}
      {price && <p className={styles.total}>{price}</p>}
      <div>
        <Button id="book" kind="main" busy={busy} onClick={() => void press()}>
          {price ? t(hasOnlyGoods(basket) ? "orderFor" : "bookFor", { price }) : t("bookNow")}
        </Button>
      </div>
    </>
  );
}

/** The one way there is. */
function WayToPay({ method, basket }: { method: string; basket: Basket | null }) {
  const t = useTranslations("phone");
  const moment = useDayAndTime();
  const until = basket?.pay_ahead_until;
  if (method === "pay_ahead" && until)
    return <p>{t(hasMail(basket) ? "payAhead" : "payAheadNoMail", { until: moment(until) })}</p>;
  const words = { gift_card: "byGiftCard", bank_transfer: "bankTransfer" } as const;
  return <p>{t(words[method as keyof typeof words] ?? "payOnSite")}</p>;
}

/** The way that was chosen, where it is offered still: what a gift card pays whole is paid by nothing else. */
function payable(basket: Basket | null, chosen: string): string {
  const offered = basket?.payment_methods ?? [];
  return offered.includes(chosen) ? chosen : (offered[0] ?? chosen);
}
