"use client";
// An order by link or by number: to look at, to move, to cancel. Each view has its own fragment, so that Back works.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { problemOf } from "@/lib/api/problem";
import { goToFragment, useFragment, useOrder } from "../hooks";
import { isVisit, type OrderView as View } from "../rules";
import { CancelVisit } from "./CancelVisit";
import { MoveVisit } from "./MoveVisit";
import { OrderView } from "./OrderView";
import styles from "./orders.module.css";
import { TrackForm } from "./TrackForm";

export function TrackPage() {
  return (
    <QueryProvider>
      <div className={styles.narrow}>
        <Opened />
      </div>
    </QueryProvider>
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
  const visit = order.lines.filter(isVisit).find((each) => each.appointment_id === appointment);
  if (visit && view === "move" && visit.can_move)
    return <MoveVisit order={order} visit={visit} token={token} />;
  if (visit && view === "cancel") return <CancelVisit order={order} visit={visit} token={token} />;
  return (
    <>
      <OrderView order={order} token={token} />
      <p>
        <Button kind="quiet" onClick={() => goToFragment("")}>
          {t("other")}
        </Button>
      </p>
    </>
  );
}
