"use client";
// An empty place of the calendar: block it, or ask why nothing can be booked there.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { useToast } from "@/components/ui/Toast";
import { fetchDay, type Question } from "@/features/whynot/api";
import { DayExplained } from "@/features/whynot/components/DayExplained";
import type { Day, Person } from "@/features/whynot/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { atWall } from "@/lib/datetime/day";
import { formatDate, formatTime, type Instant } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import { blockTime } from "../api";
import { useAskAgain } from "../hooks";
import type { Calendar, Spot, Staff } from "../rules";
import styles from "./ChangeDialog.module.css";

const TIME = /^\d{2}:\d{2}$/;
const HOUR_MS = 3_600_000;

type Props = {
  calendar: Calendar;
  spot: Spot;
  onClose: () => void;
  /** What else can be done here, for the person at the chosen time. */
  more?: (staff: Staff, at: Instant) => ReactNode;
};

export function SpotSheet({ calendar, spot, onClose, more }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const staff = calendar.staff.find(({ id }) => id === spot.staffId);
  const zone = staff?.zone ?? "Europe/London";
  const date = dateIn(zone, new Date(spot.at));
  const [time, setTime] = useState(() => formatTime(spot.at, zone, "en"));
  if (!staff) return null;
  const at = TIME.test(time) ? atWall(date, time, zone) : spot.at;
  return (
    <Sheet title={t("spot.title", { name: staff.name, day: formatDate(date, locale) })} onClose={onClose}>
      <TextField
        name="spot-time"
        type="time"
        step={300}
        size={10}
        label={t("spot.from")}
        help={t("change.zone", { city: cityOf(zone) })}
        value={time}
        error={TIME.test(time) ? undefined : t("change.timeMissing")}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      {more?.(staff, at)}
      {staff.can_change_hours && <BlockForm staff={staff} at={at} date={date} onDone={onClose} />}
      <WhyHere calendar={calendar} staff={staff} at={at} date={date} />
    </Sheet>
  );
}

type PartProps = { staff: Staff; at: Instant; date: string };

function BlockForm({ staff, at, date, onDone }: PartProps & { onDone: () => void }) {
  const t = useTranslations("calendar");
  const toast = useToast();
  const askAgain = useAskAgain();
  const usual = new Date(Date.parse(at) + HOUR_MS).toISOString();
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = until ?? formatTime(usual, staff.zone, "en");
  // Up to midnight is written 00:00 and means the end of the day.
  const end = TIME.test(shown) ? atWall(date, shown, staff.zone) : "";
  const isBackwards = end !== "" && Date.parse(end) <= Date.parse(at) && shown !== "00:00";
  const endsAt =
    shown === "00:00" ? new Date(Date.parse(atWall(date, "23:59", staff.zone)) + 60_000).toISOString() : end;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy || !endsAt || isBackwards) return;
    setBusy(true);
    setProblem(null);
    try {
      const conflicts = await blockTime(staff.id, { startsAt: at, endsAt, note: note.trim() });
      await askAgain();
      onDone();
      toast(conflicts > 0 ? t("spot.blockedOver", { count: conflicts }) : t("spot.blocked"));
    } catch (refused) {
      setProblem(problemOf(refused));
      setBusy(false);
    }
  }

  return (
    <section className={styles.part} aria-labelledby="spot-block">
      <h3 id="spot-block">{t("spot.block")}</h3>
      <form method="post" noValidate onSubmit={save}>
        <div className={styles.row}>
          <TextField
            name="block-until"
            type="time"
            step={300}
            label={t("spot.until")}
            value={shown}
            error={!endsAt ? t("change.timeMissing") : isBackwards ? t("spot.backwards") : undefined}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <TextField
            name="block-note"
            label={t("spot.note")}
            optional
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        {problem && <ProblemNotice problem={problem} />}
        <div className={styles.buttons}>
          <Button type="submit" busy={busy}>
            {t("spot.blockYes")}
          </Button>
        </div>
      </form>
    </section>
  );
}

function WhyHere({ calendar, staff, at, date }: PartProps & { calendar: Calendar }) {
  const t = useTranslations("calendar");
  const tw = useTranslations("whynot");
  const services = calendar.services.filter(({ id }) => staff.service_ids.includes(id));
  const [service, setService] = useState(services[0]?.id ?? "");
  const [postcode, setPostcode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [answer, setAnswer] = useState<{ question: Question; day: Day } | null>(null);
  const travels = services.find(({ id }) => id === service)?.venue === "customer";
  const people: Person[] = calendar.staff.map(({ id, name, zone, service_ids }) => ({
    id,
    name,
    zone,
    services: calendar.services
      .filter((one) => service_ids.includes(one.id))
      .map((one) => ({ id: one.id, name: one.name, travels: one.venue === "customer" })),
  }));

  async function ask(event: FormEvent) {
    event.preventDefault();
    if (busy || !service) return;
    const question = { staff: staff.id, service, on_date: date, postcode: travels ? postcode.trim() : "" };
    setBusy(true);
    setProblem(null);
    try {
      setAnswer({ question, day: await fetchDay(question) });
    } catch (refused) {
      setAnswer(null);
      setProblem(problemOf(refused));
    }
    setBusy(false);
  }

  return (
    <section className={styles.part} aria-labelledby="spot-why">
      <h3 id="spot-why">{t("spot.why")}</h3>
      {services.length === 0 ? (
        <p>{tw("noServices")}</p>
      ) : (
        <form method="post" noValidate onSubmit={ask}>
          <SelectField
            name="why-service"
            label={tw("service")}
            value={service}
            onChange={(event) => setService(event.currentTarget.value)}
          >
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          {travels && (
            <TextField
              name="why-postcode"
              size={10}
              label={tw("postcode")}
              help={tw("postcodeHelp")}
              optional
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={20}
              value={postcode}
              onChange={(event) => setPostcode(event.currentTarget.value)}
            />
          )}
          {problem && <ProblemNotice problem={problem} />}
          <div className={styles.buttons}>
            <Button type="submit" busy={busy}>
              {t("spot.whyYes")}
            </Button>
          </div>
        </form>
      )}
      {answer && (
        <DayExplained
          key={Object.values(answer.question).join(" ") + at}
          question={answer.question}
          day={near(answer.day, at)}
          people={people}
        />
      )}
    </section>
  );
}

/** Of the day only the start that was pointed at, or the last one before it. */
function near(day: Day, at: Instant): Day {
  const until = day.starts.filter(({ starts_at }) => Date.parse(starts_at) <= Date.parse(at));
  const here = until.at(-1) ?? day.starts[0];
  return { ...day, starts: here ? [here] : [] };
}
