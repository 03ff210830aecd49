"use client";
// What a change would do: every visit before and after, what is left alone and why, and the money. Then yes or back.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Back, Kept } from "@/features/appointments/components/MoneyBack";
import { useMoment } from "@/features/booking/components/useWhen";
import { formatMoney } from "@/lib/money/money";
import { type Plan, type PlanItem, type Reader, reasonOf } from "../rules";
import styles from "./subscriptions.module.css";

type Props = {
  plan: Plan;
  reader: Reader;
  zone: string;
  busy: boolean;
  onYes: (reason: string) => void;
  onBack: () => void;
};

export function PlanReview({ plan, reader, zone, busy, onYes, onBack }: Props) {
  const t = useTranslations("subscriptions");
  const moment = useMoment();
  const locale = useLocale();
  const [reason, setReason] = useState("");
  const at = (instant: string) => moment(instant, { venue: null, zone });
  const money = (amount: number) => formatMoney({ amount, currency: plan.currency }, locale, { exact: true });
  const nothing = plan.is_empty;
  const passes = (["back", "used", "again"] as const)
    .map((what) => ({ what, count: plan.items.filter(({ for_pass }) => for_pass === what).length }))
    .filter(({ count }) => count > 0);

  /** Before: with whom and where, too, wherever that is not what is said of it afterwards. */
  function wasOf({ before, after, occurs_on }: PlanItem) {
    if (!before) return after ? at(after.starts_at) : occurs_on;
    const spot = { when: at(before.starts_at), name: before.staff_name };
    if (after && before.address && after.address !== before.address)
      return t("spotThere", { ...spot, place: before.address });
    return !after || after.staff_name !== before.staff_name ? t("spot", spot) : spot.when;
  }

  function wordsOf(item: PlanItem) {
    const { before, after, left_alone, fit } = item;
    if (left_alone) return t(`left.${reasonOf(item)}`);
    if (!after) return t("calledOff");
    const there = after.address !== before?.address ? after.address : "";
    const spot = { when: at(after.starts_at), name: after.staff_name };
    const to = there ? t("spotThere", { ...spot, place: there }) : t("spot", spot);
    return fit === "other_time" || fit === "other_person" ? t("toNearest", { to }) : to;
  }

  /** What one visit has to do with money; nothing for what is left alone. */
  function moneyOf(item: PlanItem) {
    const { left_alone, refund_amount, fee_amount, owed_amount, more_amount: more, for_pass } = item;
    if (left_alone) return "";
    const parts = [
      for_pass && t(`forPass.${for_pass}`),
      refund_amount > 0 && t("itemBack", { amount: money(refund_amount) }),
      fee_amount > 0 && t("itemFee", { amount: money(fee_amount) }),
      owed_amount > 0 && t("itemOwed", { amount: money(owed_amount) }),
      more !== 0 && t(more > 0 ? "itemMore" : "itemLess", { amount: money(Math.abs(more)) }),
    ];
    return parts.filter(Boolean).join(", ");
  }

  /** Whether anything follows after the rest is cancelled, and what of those days stays. */
  function cancelWords() {
    const stay = plan.others_count > 0 && t(`others.${reader}`, { count: plan.others_count });
    const then = plan.ends ? plan.visit_count > 0 && t("noneFollow") : t("goesOn");
    return [then, stay].filter(Boolean).join(" ");
  }

  return (
    <div className={styles.plan}>
      {nothing && <p>{t("nothingToDo")}</p>}
      {plan.visit_count > 0 && (
        <p>
          <b>{t("visitCount", { count: plan.visit_count })}</b>
        </p>
      )}
      {!nothing && plan.visit_count === 0 && (
        <p>{plan.kind === "cancel" ? t("endsNow") : t(`to.${reader}.goesOnLater`)}</p>
      )}
      {plan.kind === "cancel" && !nothing && <p>{cancelWords()}</p>}
      <ul className={styles.items}>
        {plan.items.map((item) => (
          <li key={item.occurs_on} className={styles.item} data-left={item.left_alone || undefined}>
            <span className={styles.was} data-off={item.after === null || undefined}>
              {wasOf(item)}
            </span>
            <span aria-hidden="true">→</span>
            <span>
              {wordsOf(item)}
              {moneyOf(item) && <span className={styles.itemMoney}>{moneyOf(item)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <dl className={styles.money}>
        {plan.refund_amount > 0 && (
          <div>
            <dt>{t(`to.${reader}.refund`)}</dt>
            <dd>{money(plan.refund_amount)}</dd>
          </div>
        )}
        {plan.fee_amount > 0 && (
          <div>
            <dt>{t(`to.${reader}.fee`)}</dt>
            <dd>{money(plan.fee_amount)}</dd>
          </div>
        )}
        {plan.owed_amount > 0 && (
          <div>
            <dt>{t("owed")}</dt>
            <dd>{money(plan.owed_amount)}</dd>
          </div>
        )}
        {plan.refund_amount + plan.fee_amount + plan.owed_amount + passes.length === 0 &&
          plan.visit_count > 0 && (
            <div>
              <dt>{t("noMoney")}</dt>
            </div>
          )}
        {passes.map(({ what, count }) => (
          <div key={what}>
            <dt>{t(`passes.${what}`)}</dt>
            <dd>{t("passVisits", { count })}</dd>
          </div>
        ))}
      </dl>
      {plan.refund_amount > 0 && <Back found={plan} />}
      <Kept found={plan} />
      {plan.price_amount > 0 && (
        <p>
          {t("priceStays", { amount: money(plan.price_amount) })}
          {plan.more_amount !== 0 &&
            ` ${t(plan.more_amount > 0 ? "nowMore" : "nowLess", {
              now: money(plan.price_amount + plan.more_amount),
              amount: money(Math.abs(plan.more_amount)),
            })}`}
        </p>
      )}
      {plan.reason_needed && (
        <TextField
          name="series-reason"
          label={t("reason")}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <p className={styles.actions}>
        {!nothing && (
          <Button
            kind={plan.kind === "cancel" ? "danger" : "main"}
            busy={busy}
            disabled={plan.reason_needed && reason.trim() === ""}
            onClick={() => onYes(reason)}
          >
            {t(`yes.${plan.kind}`)}
          </Button>
        )}
        <Button onClick={onBack}>{t("back")}</Button>
      </p>
    </div>
  );
}
