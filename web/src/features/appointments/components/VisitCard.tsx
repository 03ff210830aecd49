"use client";
// One coming visit as its customer sees it, with moving and cancelling where they are still possible.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { TimeRange } from "@/components/ui/TimeRange";
import { Answers } from "@/features/catalog/components/Answers";
import { formatRange } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { telLink } from "@/lib/phone";
import { customersChange } from "../changes";
import { liesAhead, type Visit } from "../rules";
import { AppointmentState } from "./AppointmentState";
import { Asked } from "./Asked";
import { AskForChange } from "./AskForChange";
import { CancelVisit } from "./CancelVisit";
import { MoveVisit } from "./MoveVisit";
import { ReportAbsence } from "./ReportAbsence";
import styles from "./VisitCard.module.css";

type Props = {
  visit: Visit;
  /** Lead to the order; on the order's own page that would lead nowhere. */
  linked?: boolean;
};

export function VisitCard({ visit, linked }: Props) {
  const t = useTranslations("appointments");
  const ta = useTranslations("areas.customer");
  const tc = useTranslations("change");
  const locale = useLocale();
  const now = useNow();
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<"move" | "cancel" | "askMove" | "askCancel" | "report" | null>(null);
  const { line, order } = visit;
  const when = formatRange(visit.startsAt, visit.endsAt, visit.zone, locale);

  function close() {
    const opener = open;
    setOpen(null);
    requestAnimationFrame(() =>
      card.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus(),
    );
  }

  function done() {
    setOpen(null);
    card.current?.focus();
    router.refresh();
  }

  return (
    <article ref={card} tabIndex={-1} className={styles.card} aria-label={`${line.name}, ${when}`}>
      <p className={styles.when}>
        <TimeRange
          startsAt={visit.startsAt}
          endsAt={visit.endsAt}
          zone={visit.zone}
          theirs={line.venue === "online" ? line.staff_zone : null}
        />
      </p>
      <h3 className={styles.name}>
        {line.name} <AppointmentState state={visit.state} missedBy={line.missed_by} />
      </h3>
      <p className={styles.where}>
        {line.staff_name && ta("with", { name: line.staff_name })}
        {line.staff_name && (line.address || line.venue === "online") && " · "}
        {line.venue === "online" ? t("online") : line.address}
      </p>
      {linked && (
        <p>
          <Link href={`/cus/orders/${order.number}/`}>{ta("order", { number: order.number })}</Link>
        </p>
      )}
      {!linked && <Answers answers={line.answers ?? []} />}
      {line.change_request && !open && (
        <Asked
          key={line.change_request.id}
          request={line.change_request}
          name={line.name}
          venue={line.venue}
          zone={visit.zone}
          onDone={done}
        />
      )}
      {!open && (line.can_move || line.can_cancel || line.can_ask || line.can_report) && (
        <div className={styles.buttons}>
          {line.can_move && (
            <Button
              data-opens="move"
              aria-label={tc("moveNamed", { name: `${line.name}, ${when}` })}
              onClick={() => setOpen("move")}
            >
              {tc("move")}
            </Button>
          )}
          {!line.can_move && line.can_ask && (
            <Button
              data-opens="askMove"
              aria-label={tc("ask.moveNamed", { name: `${line.name}, ${when}` })}
              onClick={() => setOpen("askMove")}
            >
              {tc("ask.move")}
            </Button>
          )}
          {!line.can_cancel && line.can_ask && (
            <Button
              data-opens="askCancel"
              aria-label={tc("ask.cancelNamed", { name: `${line.name}, ${when}` })}
              onClick={() => setOpen("askCancel")}
            >
              {tc("ask.cancel")}
            </Button>
          )}
          {line.can_report && (
            <Button
              data-opens="report"
              aria-label={tc("reportNamed", { name: `${line.name}, ${when}` })}
              onClick={() => setOpen("report")}
            >
              {tc("report")}
            </Button>
          )}
          {line.can_cancel && (
            <Button
              kind="danger"
              data-opens="cancel"
              aria-label={tc("cancelNamed", { name: `${line.name}, ${when}` })}
              onClick={() => setOpen("cancel")}
            >
              {tc("cancel")}
            </Button>
          )}
        </div>
      )}
      {!line.can_move && !line.can_cancel && liesAhead(visit, now()) && order.business_phone && (
        <p className={styles.where}>
          {ta.rich("changeByPhone", {
            phone: order.business_phone,
            call: (words) => <a href={telLink(order.business_phone)}>{words}</a>,
          })}
        </p>
      )}
      {open === "move" && <MoveVisit visit={customersChange(visit)} onBack={close} onDone={done} />}
      {open === "askMove" && (
        <AskForChange kind="move" visit={customersChange(visit)} onBack={close} onDone={done} />
      )}
      {open === "askCancel" && (
        <AskForChange kind="cancel" visit={customersChange(visit)} onBack={close} onDone={done} />
      )}
      {open === "report" && <ReportAbsence visit={customersChange(visit)} onBack={close} onDone={done} />}
      {open === "cancel" && <CancelVisit visit={customersChange(visit)} onBack={close} onDone={done} />}
    </article>
  );
}
