"use client";
// The frame of one step: its question, what went wrong, the form, and the bar with the price and the one main action.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { SummaryBar, SummaryLayout } from "@/components/ui/SummaryBar";
import { useLength } from "@/features/catalog/components/useLength";
import type { Problem } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { useJourney } from "../hooks";
import { sellersOf, visitsIn } from "../rules";
import { HoldClock } from "./HoldClock";
import styles from "./journey.module.css";
import { TakenNotice } from "./TakenNotice";
import { useWhen } from "./useWhen";

type Props = {
  title: string;
  lead?: ReactNode;
  /** What the main button says. */
  action: string;
  busy?: boolean;
  onSubmit: () => void;
  problem?: Problem | null;
  /** Shows how long chosen times are still kept. */
  holds?: boolean;
  /** Stands between the head and the form: a refusal with its way forward. */
  notice?: ReactNode;
  children?: ReactNode;
  /** Stands below the form. */
  below?: ReactNode;
};

const FORM = "booking-step";
/** Only the very first step drawn leaves the focus where the browser put it. */
let shownBefore = false;

/** The heading takes the focus when a step opens, so that a reader's device says where we are. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shownBefore) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    shownBefore = true;
  }, []);
  return heading;
}

function useSummary() {
  const t = useTranslations("booking.summary");
  const locale = useLocale();
  const length = useLength();
  const when = useWhen();
  const { basket, line } = useJourney();
  if (!basket || basket.lines.length === 0) {
    const place = basket?.place;
    return {
      price: null,
      note: t("nothing"),
      lines: place ? [{ label: t("where"), value: place.postcode }] : [],
    };
  }
  const one = basket.lines.length === 1 ? line : null;
  const several = sellersOf(basket).length > 1;
  const lines = [
    ...(basket.place && basket.needs_address ? [{ label: t("where"), value: basket.place.postcode }] : []),
    ...basket.lines.flatMap((each) => [
      {
        label: t("what"),
        value: several ? t("from", { name: each.name, business: each.business_name }) : each.name,
      },
      ...(each.starts_at && each.ends_at ? [{ label: t("when"), value: when(each) }] : []),
      ...(each.staff ? [{ label: t("who"), value: each.staff.name }] : []),
    ]),
  ];
  const more = basket.totals
    .slice(1)
    .map((total) => `+ ${formatMoney({ amount: total.total_amount, currency: total.currency }, locale)}`);
  const note = one
    ? length(one.duration_minutes)
    : [...more, t("count", { count: visitsIn(basket) })].join(" · ");
  return { price: { amount: basket.total_amount, currency: basket.currency }, note, lines, locale };
}

export function StepFrame(props: Props) {
  const { title, lead, action, busy, problem, holds, notice, children, below } = props;
  const t = useTranslations("booking");
  const heading = useHeadingFocus();
  const { price, note, lines } = useSummary();
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!busy) props.onSubmit();
  }
  return (
    <SummaryLayout
      summary={
        <SummaryBar
          title={t("summary.title")}
          price={price}
          note={note}
          lines={lines}
          action={
            <Button kind="main" type="submit" form={FORM} busy={busy ?? false}>
              {action}
            </Button>
          }
        />
      }
    >
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {holds && <HoldClock />}
      <TakenNotice />
      {notice}
      {problem && (
        <div className={styles.block}>
          <ProblemNotice problem={problem} />
        </div>
      )}
      <form id={FORM} method="post" noValidate onSubmit={onSubmit}>
        {children}
      </form>
      {below}
    </SummaryLayout>
  );
}
