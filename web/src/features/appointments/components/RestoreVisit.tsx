"use client";
// A visit that was called off stands again: when, with whom, and what is owed for it, before anybody says so.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { formatMoney } from "@/lib/money/money";
import { useTask } from "@/lib/useTask";
import { fetchRestoration, type Restoration, restoreAppointment } from "../api";
import type { Appointment } from "../rules";
import { Buttons, Change, type ChangeProps } from "./Change";
import { Told } from "./Told";

const REASONS = [
  "stands",
  "over",
  "too_late",
  "by_itself",
  "unpaid",
  "ended",
  "in_a_row",
  "package",
  "taken",
] as const;
const WAYS = ["charge", "on_the_day", "link"] as const;

type Props = ChangeProps & { onRestored: (visit: Appointment) => void };

export function RestoreVisit({ visit, page, level, onBack, onDone, onRestored }: Props) {
  const t = useTranslations("change.restore");
  const tc = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const { appointmentId } = visit;
  const { data, error, refetch } = useQuery({
    queryKey: ["restoration", appointmentId],
    queryFn: ({ signal }) => fetchRestoration(appointmentId, signal),
    staleTime: 0,
    gcTime: 0,
  });

  async function send() {
    if (!data || busy) return;
    const done = await run(async () => {
      onRestored(await restoreAppointment(appointmentId, data));
      await onDone();
      toast(t("done"));
    });
    if (!done) await refetch();
  }

  return (
    <Change
      title={t("title", { name: visit.name })}
      lead={when({ venue: visit.venue, zone: visit.zone, starts_at: visit.startsAt, ends_at: visit.endsAt })}
      page={page}
      level={level}
    >
      <Told error={error} problem={problem} waits={!data} onRetry={refetch} />
      {data && !data.allowed && (
        <p>{t(`refused.${REASONS.find((each) => each === data.refused_reason) ?? "stands"}`)}</p>
      )}
      {data?.allowed && <Money found={data} />}
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

function Money({ found }: { found: Restoration }) {
  const t = useTranslations("change.restore");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  const way = WAYS.find((each) => each === found.pays);
  return (
    <Notice title={t("again", { name: found.staff_name })}>
      {found.waits_for_yes && <p>{t("waits")}</p>}
      {found.by_package && <p>{t("byPackage")}</p>}
      {found.kept_amount > 0 && <p>{t("kept", { amount: money(found.kept_amount) })}</p>}
      {found.owed_amount > 0 && (
        <p>
          {t("owed", { amount: money(found.owed_amount) })} {way && t(`pays.${way}`)}
        </p>
      )}
    </Notice>
  );
}
