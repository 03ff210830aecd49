// One payment: its figures, all that happened to it, what its company told of it, and how it stands in the books.
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { FactList } from "@/features/giftcards/components/FactList";
import { requireArea } from "@/features/session/loaders";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";
import { loadPayment } from "../loaders";
import { companyNamed, methodNamed, mismatchNamed, stateNamed } from "../rules";
import { isWarned, riskKey } from "../steps";
import { EntryTable } from "./EntryTable";
import { NoticeList } from "./NoticeList";
import styles from "./payments.module.css";
import { StepList } from "./StepList";

type Props = { area: "ad" | "man"; id: string };

export async function TeamPayment({ area, id }: Props) {
  await requireArea(area);
  const [t, tp, locale, seen] = await Promise.all([
    getTranslations("paymentsTeam"),
    getTranslations("payments"),
    getLocale(),
    loadPayment(id),
  ]);
  if (!seen) notFound();
  const { payment, steps, notices, entries } = seen;
  const businesses = await loadBusinesses(locale);
  const zone = businesses.find(({ slug }) => slug === payment.business)?.zone ?? "UTC";
  const money = (amount: number) =>
    formatMoney({ amount, currency: payment.currency }, locale, { exact: true });
  const feeOf = (amount: number) =>
    formatMoney({ amount, currency: payment.fee_currency }, locale, { exact: true });
  const left = payment.state === "captured" ? payment.amount - payment.refunded_amount : 0;
  const facts: [string, string][] = [
    [t("stateTitle"), t(`state.${stateNamed(payment.state)}`)],
    [t("customer"), payment.customer_name],
    [t("how"), payment.paid_with || tp(`method.${methodNamed(payment.method)}`, { method: payment.method })],
    [
      t("through"),
      payment.provider &&
        t(`company.${payment.mode === "live" ? "live" : "test"}`, {
          company: companyNamed(payment.provider),
        }),
    ],
    [t("amount"), money(payment.amount)],
    [t("fee"), payment.fee_amount ? feeOf(payment.fee_amount) : ""],
    [t("tip"), payment.tip_amount > 0 ? `${money(payment.tip_amount)}, ${payment.tip_for}` : ""],
    [t("back"), payment.refunded_amount > 0 ? money(payment.refunded_amount) : ""],
    [t("kept"), left > 0 && payment.refunded_amount > 0 ? money(left) : ""],
    [t("risk"), payment.risk && t.has(riskKey(payment.risk)) ? t(riskKey(payment.risk)) : payment.risk],
    [t("mismatch"), payment.mismatches.map((name) => t(`mismatchOf.${mismatchNamed(name)}`)).join(", ")],
    [t("reference"), seen.reference],
    [t("charge"), payment.charge],
    [
      t("payBy"),
      seen.pay_by ? `${formatDay(seen.pay_by, zone, locale)}, ${formatTime(seen.pay_by, zone, locale)}` : "",
    ],
  ];
  return (
    <Texts of={["paymentsTeam"]}>
      <PageTitle
        above={<Link href={`/${area}/payments/`}>{t("title")}</Link>}
        title={t("oneTitle", { amount: money(payment.amount) })}
        lead={<Link href={`/${area}/orders/${payment.order_number}/`}>{payment.order_number}</Link>}
      />
      {isWarned(payment) && (
        <Notice tone="warn" title={t("warnedTitle")}>
          <p>{t("warnedText")}</p>
          <ButtonLink href={`/${area}/orders/${payment.order_number}/`}>{t("toOrder")}</ButtonLink>
        </Notice>
      )}
      {payment.is_test && (
        <Notice tone="warn" title={t("testTitle")}>
          <p>{t("testText")}</p>
        </Notice>
      )}
      <FactList facts={facts} />
      <p className={styles.parts}>
        {area === "ad" && payment.disputes.length > 0 && (
          <Link href="/ad/payments/disputes/">{t("disputes")}</Link>
        )}
        {area === "ad" && seen.was_held && <Link href="/ad/payments/review/">{t("review")}</Link>}
      </p>
      <section className={styles.part} aria-labelledby="steps">
        <h2 id="steps">{t("steps")}</h2>
        {steps.length === 0 ? (
          <p>{t("noSteps")}</p>
        ) : (
          <StepList steps={steps} currency={payment.currency} zone={zone} />
        )}
      </section>
      {notices && payment.provider && (
        <section className={styles.part} aria-labelledby="told">
          <h2 id="told">{t("noticesOf", { company: companyNamed(payment.provider) })}</h2>
          <NoticeList notices={notices} zone={zone} />
        </section>
      )}
      {entries && entries.length > 0 && (
        <div className={styles.part}>
          <h2>{t("books")}</h2>
          <EntryTable entries={entries} zone={zone} />
        </div>
      )}
    </Texts>
  );
}
