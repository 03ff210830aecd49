"use client";
// Another time, length or person for a visit: where a drag ends, and the way that needs none. Nothing is saved before the
// server has said what it would mean.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useToast } from "@/components/ui/Toast";
import { firstName } from "@/features/appointments/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { atWall } from "@/lib/datetime/day";
import { formatRange, formatTime } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import { changeVisit } from "../api";
import { useAskAgain } from "../hooks";
import { type Calendar, type Objection, type Preview, type Visit, type Wish, wishOf } from "../rules";
import styles from "./ChangeDialog.module.css";
import { Objections } from "./Objections";
import { usePreview } from "./usePreview";

type Props = { calendar: Calendar; visit: Visit; wish: Wish; onClose: () => void };

const LENGTHS = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

export function ChangeDialog({ calendar, visit, wish: wanted, onClose }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const toast = useToast();
  const askAgain = useAskAgain();
  const sending = useRef(false);
  const [wish, setWish] = useState<Wish | null>(wanted);
  const [staffId, setStaffId] = useState(wanted.staffId);
  const zone = calendar.staff.find(({ id }) => id === staffId)?.zone ?? "Europe/London";
  const [date, setDate] = useState(() => dateIn(zone, new Date(wanted.startsAt)));
  const [time, setTime] = useState(() => formatTime(wanted.startsAt, zone, "en"));
  const [minutes, setMinutes] = useState(wanted.minutes);
  const [anyway, setAnyway] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { data: preview, error, isFetching, isPlaceholderData, refetch } = usePreview(visit, wish);
  const able = calendar.staff.filter(
    ({ id, service_ids }) => id === visit.staff_member_id || service_ids.includes(visit.service_id),
  );
  const lengths = [...new Set([...LENGTHS, wanted.minutes, minutes])].sort((one, other) => one - other);

  function change(next: { date?: string; time?: string; minutes?: number; staffId?: string }) {
    const all = { date, time, minutes, staffId, ...next };
    setDate(all.date);
    setTime(all.time);
    setMinutes(all.minutes);
    setStaffId(all.staffId);
    setAnyway(false);
    setProblem(null);
    const whose = calendar.staff.find(({ id }) => id === all.staffId)?.zone ?? zone;
    const isWhole = DATE.test(all.date) && TIME.test(all.time);
    const startsAt = isWhole ? atWall(all.date, all.time, whose) : null;
    setWish(startsAt === null ? null : { startsAt, minutes: all.minutes, staffId: all.staffId });
  }

  const isCurrent = preview !== undefined && !isPlaceholderData && !isFetching && wish !== null;
  const canSave = isCurrent && preview.is_possible && !preview.changes_nothing && (preview.is_free || anyway);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!canSave || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const agreed = preview.objections.map(({ code }) => code);
      const saved = await changeVisit(visit.id, wish, { agreed, revision: visit.revision });
      await askAgain();
      onClose();
      toast(t("change.saved", { when: said(preview, locale), person: preview.staff_member.name }), {
        undo: () => void undo(saved.revision),
      });
    } catch (refused) {
      setProblem(problemOf(refused));
      void refetch();
      void askAgain();
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  /** A change back; what was broken before is broken again, so all that may be put aside is. */
  async function undo(revision: number) {
    try {
      await changeVisit(visit.id, wishOf(visit), { agreed: SOFT, revision });
      toast(t("change.undone"));
    } catch {
      toast(t("change.notUndone"));
    }
    await askAgain();
  }

  return (
    <Sheet title={t("change.title", { service: visit.service, name: visit.customer })} onClose={onClose}>
      <p className={styles.now}>
        {t("change.now", {
          when: formatRange(visit.starts_at, visit.ends_at, zoneOf(calendar, visit, zone), locale),
          person: calendar.staff.find(({ id }) => id === visit.staff_member_id)?.name ?? "",
        })}
      </p>
      <form method="post" noValidate className={styles.form} onSubmit={save}>
        <SelectField
          name="change-staff"
          label={t("change.who")}
          value={staffId}
          onChange={(event) => change({ staffId: event.currentTarget.value })}
        >
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className={styles.row}>
          <TextField
            name="change-date"
            type="date"
            label={t("change.day")}
            value={date}
            error={DATE.test(date) ? undefined : t("change.dayMissing")}
            onChange={(event) => change({ date: event.currentTarget.value })}
          />
          <TextField
            name="change-time"
            type="time"
            step={300}
            label={t("change.time")}
            value={time}
            error={TIME.test(time) ? undefined : t("change.timeMissing")}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
          <SelectField
            name="change-length"
            label={t("change.length")}
            value={minutes}
            onChange={(event) => change({ minutes: Number(event.currentTarget.value) })}
          >
            {lengths.map((length) => (
              <option key={length} value={length}>
                {t("change.minutes", { hours: Math.floor(length / 60), minutes: length % 60 })}
              </option>
            ))}
          </SelectField>
        </div>
        <p className={styles.zone}>{t("change.zone", { city: cityOf(zone) })}</p>
        <div aria-live="polite" aria-busy={isFetching} className={styles.answer}>
          {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
          {!preview && !error && wish && (
            <Loading label={t("change.looking")}>
              <Skeleton height="6em" />
            </Loading>
          )}
          {preview && wish && <Meaning preview={preview} visit={visit} />}
        </div>
        {preview && !preview.is_free && preview.is_possible && (
          <CheckboxField
            name="change-anyway"
            label={t("change.anyway")}
            checked={anyway}
            onChange={(event) => setAnyway(event.currentTarget.checked)}
          />
        )}
        {problem && problem.code !== "not_free" && <ProblemNotice problem={problem} />}
        <div className={styles.buttons}>
          <Button type="submit" kind="main" busy={busy} aria-disabled={!canSave}>
            {t("change.save")}
          </Button>
          <Button onClick={onClose}>{t("change.leave")}</Button>
        </div>
      </form>
    </Sheet>
  );
}

/** What may be put aside; the server knows the list too, and refuses anything else. */
const SOFT: Objection["code"][] = [
  "area",
  "lead_time",
  "horizon",
  "too_long",
  "hours",
  "break",
  "off_grid",
  "travel",
  "limit",
];

function zoneOf(calendar: Calendar, visit: Visit, fallback: string): string {
  return calendar.staff.find(({ id }) => id === visit.staff_member_id)?.zone ?? fallback;
}

function said({ starts_at, ends_at, zone }: Preview, locale: string): string {
  return formatRange(starts_at, ends_at, zone, locale);
}

function Meaning({ preview, visit }: { preview: Preview; visit: Visit }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { is_free, is_possible, changes_nothing, objections, others } = preview;
  const when = said(preview, locale);
  const person = preview.staff_member.name;
  if (changes_nothing) return <Notice title={t("change.same")} />;
  const title = is_possible ? t("change.wouldBe", { when, person }) : t("change.cannot", { when, person });
  return (
    <Notice tone={is_free ? "good" : is_possible ? "warn" : "bad"} title={title}>
      {objections.length > 0 && <Objections objections={objections} preview={preview} />}
      {is_possible && (
        <>
          {others > 0 && <p>{t("change.others", { count: others })}</p>}
          <p>{t("change.told", { customer: firstName(visit.customer), staff: tellsStaff(preview) })}</p>
          <p>{t("change.price")}</p>
        </>
      )}
    </Notice>
  );
}

function tellsStaff({ tells_staff }: Preview): string {
  return tells_staff.map(({ name }) => name).join(", ");
}
