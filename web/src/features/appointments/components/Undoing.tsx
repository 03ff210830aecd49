"use client";
// Undoing what was done to a visit: what it would mean is asked for, shown, and agreed to as it was shown.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { useTask } from "@/lib/useTask";
import type { Appointment } from "../rules";
import { Buttons, Change, type ChangeProps } from "./Change";
import { Told } from "./Told";

/** What the server says of it, whatever it is. */
type Found = { allowed: boolean; refused_reason: string };

export type UndoProps = ChangeProps & { onRestored: (visit: Appointment) => void };

type Props<F extends Found> = UndoProps & {
  kind: "restore" | "moveBack";
  ask: (appointmentId: string, signal: AbortSignal) => Promise<F>;
  undo: (appointmentId: string, found: F) => Promise<Appointment>;
  /** Why it cannot be, in words. */
  refusal: (found: F) => string;
  children: (found: F) => ReactNode;
};

export function Undoing<F extends Found>(props: Props<F>) {
  const { visit, page, level, kind, ask, undo, refusal, onBack, onDone, onRestored, children } = props;
  const t = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const { appointmentId, name, venue, zone } = visit;
  const { data, error, refetch } = useQuery({
    queryKey: [kind, appointmentId],
    queryFn: ({ signal }) => ask(appointmentId, signal),
    staleTime: 0,
    gcTime: 0,
  });

  async function send() {
    if (!data || busy) return;
    const done = await run(async () => {
      onRestored(await undo(appointmentId, data));
      await onDone();
      toast(t(`${kind}.done`));
    });
    if (!done) await refetch();
  }

  return (
    <Change
      title={t(`${kind}.title`, { name })}
      lead={when({ venue, zone, starts_at: visit.startsAt, ends_at: visit.endsAt })}
      page={page}
      level={level}
    >
      <Told error={error} problem={problem} waits={!data} onRetry={refetch} />
      {data && !data.allowed && <p>{refusal(data)}</p>}
      {data?.allowed && children(data)}
      <Buttons>
        {data?.allowed && (
          <Button kind="main" busy={busy} onClick={() => void send()}>
            {t(`${kind}.yes`)}
          </Button>
        )}
        <Button onClick={onBack}>{t("back")}</Button>
      </Buttons>
    </Change>
  );
}
