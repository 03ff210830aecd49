"use client";
// Is everything right? The whole booking once more, what is agreed to, and the button that books for the price it says.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { CheckboxField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { TestNotice } from "@/features/payments/components/TestNotice";
import { isKept, isOnline } from "@/features/payments/rules";
import { formatMoney } from "@/lib/money/money";
import { useJourney } from "../hooks";
import { type BasketLine, hasOnlyGoods, isWholeNow, sellersOf } from "../rules";
import styles from "./journey.module.css";
import { PaymentMethods } from "./PaymentMethods";
import { Refused } from "./Refused";
import { Review } from "./Review";
import { StepFrame } from "./StepFrame";
import { useBook } from "./useBook";
import { useMoment } from "./useWhen";

export function PaymentStep() {
  const t = useTranslations("booking.payment");
  const locale = useLocale();
  const { basket } = useJourney();
  const { press, busy, refusal } = useBook();
  const [terms, setTerms] = useState(false);
  const [early, setEarly] = useState(false);
  const [keep, setKeep] = useState(false);
  const [download, setDownload] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  if (!basket) return null;
  const price = basket.totals
    .map((total) => formatMoney({ amount: total.to_pay_amount, currency: total.currency }, locale))
    .join(" + ");
  const atOnce = basket.totals
    .map((total) => formatMoney({ amount: total.due_now_amount, currency: total.currency }, locale))
    .join(" + ");
  const later = basket.totals.some((total) => total.due_now_amount < total.to_pay_amount);
  const repeats = basket.lines.some((line) => line.repeat);
  const carrying = basket.lines.find((line) => line.repeat?.carries_on);
  const sellers = new Intl.ListFormat(locale).format(sellersOf(basket));
  const waits = basket.lines.filter((line) => line.approval_by_hand);
  const methods = basket.payment_methods;
  const onlyGoods = hasOnlyGoods(basket);
  // One way to pay is no question; several are one, and nobody else answers it.
  const method = methods.length === 1 ? methods[0] : methods.find((each) => each === chosen);
  const keeps = basket.can_keep_card && isKept(method);
  const nothing =
    basket.lines.some((line) => line.prepaid.used) &&
    basket.totals.every((total) => total.to_pay_amount === 0) &&
    method === "pay_on_site";
  const errors = {
    method: method ? undefined : t("methodMissing"),
    terms: terms ? undefined : t("agreeMissing"),
    early: basket.needs_early_start_consent && !early ? t("earlyMissing") : undefined,
    download: basket.needs_download_consent && !download ? t("downloadMissing") : undefined,
  };
  const problems = Object.entries(errors).flatMap(([name, error]) =>
    error && attempt > 0 ? [{ name, error }] : [],
  );
  const errorOf = (name: keyof typeof errors) => (attempt > 0 ? errors[name] : undefined);

  function send() {
    if (!method || errors.terms || errors.early || errors.download) setAttempt((count) => count + 1);
    else void press({ consent: early, download, method, keep: keep && keeps });
  }

  return (
    <StepFrame
      title={t("title")}
      action={
        busy
          ? t("booking")
          : t(nothing ? "bookFree" : pressWords(method, onlyGoods), {
              price: isOnline(method) ? atOnce : price,
            })
      }
      busy={busy}
      onSubmit={send}
      holds
      notice={
        <>
          <Refused refusal={refusal} price={price} />
          <ErrorSummary problems={problems} attempt={attempt} />
        </>
      }
    >
      <Review basket={basket} />
      <section className={styles.section}>
        {methods.length > 0 ? (
          <PaymentMethods
            methods={methods}
            price={price}
            atOnce={atOnce}
            online={basket.lines.every((line) => line.venue === "online")}
            repeats={repeats}
            noTime={onlyGoods}
            nothing={nothing}
            value={method}
            onChange={setChosen}
            error={errorOf("method")}
          />
        ) : (
          <Notice tone="warn" title={t("noWayTitle")}>
            <p>{t("noWayText")}</p>
          </Notice>
        )}
        <TestNotice
          methods={(method ? [method] : methods).filter(isOnline)}
          currency={basket.totals[0]?.currency ?? ""}
          className={styles.block}
        />
        {(isOnline(method) || method === "bank_transfer") && later && (
          <Notice className={styles.block ?? ""} title={t("laterTitle", { price: atOnce })}>
            <p>{t(repeats ? "laterVisits" : "laterRest", { price })}</p>
          </Notice>
        )}
        {carrying && (
          <Notice className={styles.block ?? ""} title={t("carriesOnTitle")}>
            <p>
              {t("carriesOnText", { days: carrying.notice_days })}
              {isOnline(method) && ` ${t("carriesOnKept")}`}
            </p>
          </Notice>
        )}
        {keeps && (
          <CheckboxField
            name="keep"
            label={t("keep")}
            help={t("keepHelp")}
            checked={keep}
            onChange={(event) => setKeep(event.target.checked)}
          />
        )}
        {isWholeNow(basket) && method !== "gift_card" && <p>{t("wholeNow")}</p>}
        {basket.lines.map((line) => (
          <Policy key={line.id} line={line} now={basket.server_time} named={basket.lines.length > 1} />
        ))}
        {[...new Set(waits.map((line) => line.business_name))].map((name) => (
          <p key={name}>{t("approval", { business: name })}</p>
        ))}
      </section>
      <section className={styles.section}>
        <details className={styles.terms}>
          <summary>{t("termsTitle")}</summary>
          <ul>
            <li>{t("terms1", { business: sellers })}</li>
            {!onlyGoods && <li>{t("terms2")}</li>}
            {basket.needs_address && <li>{t("terms3")}</li>}
          </ul>
        </details>
        <CheckboxField
          name="terms"
          label={t(onlyGoods ? "agreeGoods" : "agree")}
          checked={terms}
          onChange={(event) => setTerms(event.target.checked)}
          error={errorOf("terms")}
        />
        {basket.needs_early_start_consent && (
          <CheckboxField
            name="early"
            label={t("early")}
            help={t("earlyHelp")}
            checked={early}
            onChange={(event) => setEarly(event.target.checked)}
            error={errorOf("early")}
          />
        )}
        {basket.needs_download_consent && (
          <CheckboxField
            name="download"
            label={t("download")}
            help={t("downloadHelp")}
            checked={download}
            onChange={(event) => setDownload(event.target.checked)}
            error={errorOf("download")}
          />
        )}
      </section>
    </StepFrame>
  );
}

/** A booking is booked; what has no time is paid for. */
function pressWords(method: string | undefined, onlyGoods: boolean) {
  if (method === "gift_card") return onlyGoods ? "orderByCard" : "bookByCard";
  if (onlyGoods) return isOnline(method) ? "payNow" : "order";
  return isOnline(method) ? "bookAndPay" : "book";
}

function Policy({ line, now, named }: { line: BasketLine; now: string; named: boolean }) {
  const t = useTranslations("booking.payment");
  const moment = useMoment();
  const until = line.free_change_until;
  const isOver = !until || Date.parse(until) <= Date.parse(now);
  return (
    <p>
      {named && <strong>{line.name}: </strong>}
      {isOver ? t("soon") : t("freeUntil", { when: moment(until, line) })}
    </p>
  );
}
