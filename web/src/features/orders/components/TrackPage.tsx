"use client";
// An order by link or by number: to look at, to move, to cancel. Each view has its own fragment, so that Back works.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { customersChange } from "@/features/appointments/changes";
import { AskForChange } from "@/features/appointments/components/AskForChange";
import { CancelVisit } from "@/features/appointments/components/CancelVisit";
import { MoveVisit } from "@/features/appointments/components/MoveVisit";
import { ReportAbsence } from "@/features/appointments/components/ReportAbsence";
import { visitsOf } from "@/features/appointments/rules";
import { problemOf } from "@/lib/api/problem";
import type { Instant } from "@/lib/datetime/format";
import { goToFragment, useFragment, useFreshOrder, useOrder } from "../hooks";
import { type OrderView as View, writeFragment } from "../rules";
import { OrderView } from "./OrderView";
import styles from "./orders.module.css";
import { TrackForm } from "./TrackForm";

/** `now` is the server's time. */
export function TrackPage({ now }: { now: Instant }) {
  return (
    <ClockProvider now={now}>
      <QueryProvider>
        <div className={styles.narrow}>
          <Opened />
        </div>
      </QueryProvider>
    </ClockProvider>
  );
}

function Opened() {
  const fragment = useFragment();
  if (fragment === undefined) return <Waiting />;
  return fragment === null ? <TrackForm /> : <OneOrder {...fragment} />;
}

function Waiting() {
  const t = useTranslations("track");
  return (
    <Loading label={t("loading")}>
      <Skeleton width="60%" height="2.2em" />
      <Skeleton height="6em" />
    </Loading>
  );
}

function OneOrder({ token, view, appointment }: View) {
  const t = useTranslations("track");
  const { data: order, error, refetch } = useOrder(token);
  const fresh = useFreshOrder(token);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its top.
  useEffect(() => {
    window.scrollTo({ top: 0 }); // Newer browsers answer with a promise, which an effect must not return.
  }, [view, appointment]);
  if (error) {
    const problem = problemOf(error);
    if (problem.status !== 404) return <ProblemNotice problem={problem} onRetry={() => void refetch()} />;
    return (
      <>
        <Notice tone="warn" role="alert" title={t("badLinkTitle")} className={styles.block ?? ""}>
          <p>{t("badLink")}</p>
        </Notice>
        <TrackForm />
      </>
    );
  }
  if (!order) return <Waiting />;
  const visit = visitsOf(order).find((each) => each.appointmentId === appointment);
  const back = () => goToFragment(writeFragment(token), { replace: true });
  const props = visit && {
    page: true,
    visit: customersChange(visit, token),
    onBack: back,
    onDone: () => fresh().then(back),
  };
  if (props && view === "cancel") return <CancelVisit {...props} />;
  if (props && view === "move" && visit.line.can_move) return <MoveVisit {...props} />;
  if (props && visit.line.can_report && view === "report") return <ReportAbsence {...props} />;
  if (props && visit.line.can_ask && (view === "ask-move" || view === "ask-cancel"))
    return <AskForChange kind={view === "ask-move" ? "move" : "cancel"} {...props} />;
  return (
    <>
      <OrderView order={order} token={token} />
      <p className={styles.lone}>
        <Button kind="quiet" onClick={() => goToFragment("")}>
          {t("other")}
        </Button>
      </p>
    </>
  );
}
