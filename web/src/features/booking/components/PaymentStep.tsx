"use client";
// Is everything right? The whole booking once more, what is agreed to, and the button that books for the price it says.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { CheckboxField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatMoney } from "@/lib/money/money";
import { useJourney } from "../hooks";
import { type Basket, type BasketLine, sellersOf } from "../rules";
import styles from "./journey.module.css";
import { PaymentMethods } from "./PaymentMethods";
import { PriceTable } from "./PriceTable";
import { StepFrame } from "./StepFrame";
import { type Refusal, useBook } from "./useBook";
import { useMoment, useWhen } from "./useWhen";

export function PaymentStep() {
  const t = useTranslations("booking.payment");
  const locale = useLocale();
  const { basket } = useJourney();
  const { press, busy, refusal } = useBook();
  const [terms, setTerms] = useState(false);
  const [early, setEarly] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  if (!basket) return null;
  const price = basket.totals
    .map((total) => formatMoney({ amount: total.total_amount, currency: total.currency }, locale))
    .join(" + ");
  const sellers = new Intl.ListFormat(locale).format(sellersOf(basket));
  const waits = basket.lines.filter((line) => line.approval_by_hand);
  const methods = basket.payment_methods;
  // One way to pay is no question; several are one, and nobody else answers it.
  const method = methods.length === 1 ? methods[0] : methods.find((each) => each === chosen);
  const errors = {
    method: method ? undefined : t("methodMissing"),
    terms: terms ? undefined : t("agreeMissing"),
    early: basket.needs_early_start_consent && !early ? t("earlyMissing") : undefined,
  };
  const problems = Object.entries(errors).flatMap(([name, error]) =>
    error && attempt > 0 ? [{ name, error }] : [],
  );
  const errorOf = (name: keyof typeof errors) => (attempt > 0 ? errors[name] : undefined);

  function send() {
    if (!method || errors.terms || errors.early) setAttempt((count) => count + 1);
    else void press({ consent: early, method });
  }

  return (
    <StepFrame
      title={t("title")}
      action={busy ? t("booking") : t("book", { price })}
      busy={busy}
      onSubmit={send}
      holds
      notice={
        <>
          <Refused refusal={refusal} />
          <ErrorSummary problems={problems} attempt={attempt} />
        </>
      }
    >
      <Review basket={basket} />
      <section className={styles.section}>
        <PaymentMethods
          methods={methods}
          price={price}
          online={basket.lines.every((line) => line.venue === "online")}
          value={method}
          onChange={setChosen}
          error={errorOf("method")}
        />
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
            <li>{t("terms2")}</li>
            {basket.needs_address && <li>{t("terms3")}</li>}
          </ul>
        </details>
        <CheckboxField
          name="terms"
          label={t("agree")}
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
      </section>
    </StepFrame>
  );
}

function Review({ basket }: { basket: Basket }) {
  const t = useTranslations("booking.payment");
  const when = useWhen();
  const { go } = useJourney();
  const { name, email, phone, line1, line2, town } = basket.details;
  return (
    <>
      <section className={styles.section}>
        <div className={styles.sectionHead}>
          <h2>{t("what")}</h2>
          <Button kind="quiet" aria-label={t("changeWhat")} onClick={() => go("basket")}>
            {t("change")}
          </Button>
        </div>
        {basket.lines.map((line) => (
          <p key={line.id}>
            <strong>{line.name}</strong>
            <br />
            {when(line)}
            {line.staff && (
              <>
                <br />
                {line.staff.name}
              </>
            )}
            {sellersOf(basket).length > 1 && (
              <>
                <br />
                {line.business_name}
              </>
            )}
          </p>
        ))}
        {basket.totals.map(({ currency, total_amount, tax_amount }) => (
          <PriceTable
            key={currency}
            steps={basket.lines.filter((line) => line.currency === currency).flatMap((line) => line.steps)}
            total={total_amount}
            tax={tax_amount}
            currency={currency}
          />
        ))}
      </section>
      <section className={styles.section}>
        <div className={styles.sectionHead}>
          <h2>{t("you")}</h2>
          <Button kind="quiet" aria-label={t("changeYou")} onClick={() => go("details")}>
            {t("change")}
          </Button>
        </div>
        <address className={styles.personal}>
          {[name, email, phone, ...(basket.needs_address ? [line1, line2, town, basket.place?.postcode] : [])]
            .filter(Boolean)
            .map((part) => (
              <div key={part}>
                <bdi>{part}</bdi>
              </div>
            ))}
        </address>
      </section>
    </>
  );
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

function Refused({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations("booking.payment");
  const locale = useLocale();
  if (!refusal) return null;
  const box = { role: "alert", className: styles.block ?? "" } as const;
  switch (refusal.kind) {
    case "no_answer":
      return (
        <Notice tone="warn" title={t("noAnswerTitle")} {...box}>
          <p>{t("noAnswerText")}</p>
        </Notice>
      );
    case "price":
      return (
        <Notice
          tone="warn"
          title={t("priceTitle", {
            price: formatMoney({ amount: refusal.total, currency: refusal.currency }, locale),
          })}
          {...box}
        >
          <p>{t("priceText")}</p>
        </Notice>
      );
    case "already":
      return (
        <Notice tone="good" title={t("alreadyTitle")} {...box}>
          <p>{t("alreadyText", { number: refusal.number })}</p>
          <p>
            <ButtonLink href="/track/">{t("alreadyShow")}</ButtonLink>
          </p>
        </Notice>
      );
    case "gone":
      return (
        <Notice tone="warn" title={t("goneTitle")} {...box}>
          <p>{t("goneText")}</p>
          <p>
            {/* A full load: the server then knows that there is no basket. */}
            <a href="?step=place">{t("fresh")}</a>
          </p>
        </Notice>
      );
    case "elsewhere":
      return <Notice tone="warn" title={t("elsewhere")} {...box} />;
    case "other":
      return (
        <div className={styles.block}>
          <ProblemNotice problem={refusal.problem} />
        </div>
      );
  }
}
