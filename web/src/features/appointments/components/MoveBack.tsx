"use client";
// A visit that was moved is again where it was: when, with whom and at which address, before anybody says so.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { useTask } from "@/lib/useTask";
import { fetchMoveBack, undoMove } from "../api";
import type { Appointment } from "../rules";
import { Buttons, Change, type ChangeProps } from "./Change";
import { Told } from "./Told";

const REASONS = ["not_moved", "over", "too_late", "in_a_row", "not_yours", "gone", "taken"] as const;

type Props = ChangeProps & { onRestored: (visit: Appointment) => void };

export function MoveBack({ visit, page, level, onBack, onDone, onRestored }: Props) {
  const t = useTranslations("change.moveBack");
  const tc = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const { appointmentId, venue, zone } = visit;
  const { data, error, refetch } = useQuery({
    queryKey: ["move back", appointmentId],
    queryFn: ({ signal }) => fetchMoveBack(appointmentId, signal),
    staleTime: 0,
    gcTime: 0,
  });

  async function send() {
    if (!data || busy) return;
    const done = await run(async () => {
      onRestored(await undoMove(appointmentId, data));
      await onDone();
      toast(t("done"));
    });
    if (!done) await refetch();
  }

  return (
    <Change
      title={t("title", { name: visit.name })}
      lead={when({ venue, zone, starts_at: visit.startsAt, ends_at: visit.endsAt })}
      page={page}
      level={level}
    >
      <Told error={error} problem={problem} waits={!data} onRetry={refetch} />
      {data && !data.allowed && (
        <p>{t(`refused.${REASONS.find((each) => each === data.refused_reason) ?? "not_moved"}`)}</p>
      )}
      {data?.allowed && (
        <Notice
          title={t("again", {
            when: when({ venue, zone, starts_at: data.starts_at, ends_at: data.ends_at }),
            name: data.staff_name,
          })}
        >
          {data.address && <p>{data.address}</p>}
          <p>{t("told", { person: visit.told })}</p>
        </Notice>
      )}
      <Buttons>
        {data?.allowed && (
          <Button kind="main" busy={busy} onClick={() => void send()}>
            {t("yes")}
          </Button>
        )}
        <Button onClick={onBack}>{tc("back")}</Button>
      </Buttons>
    </Change>
  );
}
