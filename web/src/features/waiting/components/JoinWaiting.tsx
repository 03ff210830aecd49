"use client";
// No time suits: which days would, and who is to be told. Takes the place of the step it is opened from.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { StepFrame } from "@/features/booking/components/StepFrame";
import type { NothingSuits } from "@/features/booking/components/TimePicker";
import { useJourney } from "@/features/booking/hooks";
import { faultOf } from "@/features/booking/schema";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { weekdayNames } from "@/lib/datetime/format";
import { joinWaitingList } from "../api";
import { firstWindow, PARTS, type Part, windowFault } from "../rules";
import styles from "./waiting.module.css";

type Props = {
  asked: NothingSuits;
  line: { id: string; name: string };
  onBack: () => void;
};

export function JoinWaiting({ asked, line, onBack }: Props) {
  const t = useTranslations("waiting.join");
  const tw = useTranslations("waiting");
  const locale = useLocale();
  const { basket } = useJourney();
  const today = dateIn(asked.zone, new Date(basket?.server_time ?? 0));
  const [days, setDays] = useState(() => firstWindow(asked.on, today));
  const [weekdays, setWeekdays] = useState<ReadonlySet<number>>(new Set());
  const [parts, setParts] = useState<ReadonlySet<Part>>(new Set());
  const [person, setPerson] = useState(asked.person ?? "");
  const [name, setName] = useState(basket?.details.name ?? "");
  const [email, setEmail] = useState(basket?.details.email ?? "");
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [joined, setJoined] = useState(false);

  const fault = windowFault(days, today);
  const told = problem?.fields ?? {};
  const errors = [
    ...(fault ? [{ name: fault.field, error: t(`fault.${fault.kind}`) }] : []),
    ...(name.trim() ? [] : [{ name: "waiting-name", error: t("fault.noName") }]),
    ...(faultOf("email", email.trim(), true) ? [{ name: "waiting-email", error: t("fault.email") }] : []),
    ...(told.weekdays ? [{ name: "weekday-0", error: t("fault.weekdays") }] : []),
    ...(told.first_on ? [{ name: "first", error: t("fault.tooFar") }] : []),
  ];
  const shown = tries > 0 ? errors : [];
  const errorOf = (field: string) => shown.find((each) => each.name === field)?.error;

  async function send() {
    setProblem(null);
    const wrong = fault || !name.trim() || faultOf("email", email.trim(), true);
    setTries((count) => count + 1);
    if (wrong) return;
    setBusy(true);
    try {
      await joinWaitingList({
        line_id: line.id,
        first_on: days.first,
        last_on: days.last,
        weekdays: [...weekdays],
        parts: [...parts],
        staff_ids: person ? [person] : [],
        zone: asked.zone,
        name: name.trim(),
        email: email.trim(),
      });
      setJoined(true);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (joined)
    return (
      <StepFrame key="joined" title={t("doneTitle")} action={t("otherTimes")} onSubmit={onBack}>
        <Notice tone="good" role="status" title={t("doneHeading")}>
          <p>{t("doneText", { email: email.trim() })}</p>
          <p>{t("doneNext")}</p>
        </Notice>
        <p className={styles.after}>
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </p>
      </StepFrame>
    );
  const isSaid = problem !== null && (told.weekdays || told.first_on);
  return (
    <StepFrame
      title={t("title")}
      lead={t("lead", { name: line.name })}
      action={t("send")}
      busy={busy}
      onSubmit={() => void send()}
      problem={isSaid ? null : problem}
      notice={<ErrorSummary problems={shown} attempt={tries} />}
    >
      <div className={styles.days}>
        <TextField
          name="first"
          label={t("first")}
          type="date"
          size={10}
          min={today}
          value={days.first}
          error={errorOf("first")}
          onChange={({ target: { value } }) =>
            setDays((now) => ({ first: value, last: now.last && now.last < value ? value : now.last }))
          }
        />
        <TextField
          name="last"
          label={t("last")}
          type="date"
          size={10}
          min={days.first || today}
          value={days.last}
          error={errorOf("last")}
          onChange={({ target: { value } }) => setDays((now) => ({ ...now, last: value }))}
        />
      </div>
      {days.first !== days.last && (
        <Several legend={t("weekdays")}>
          {weekdayNames(locale, "long").map((label, day) => (
            <CheckboxField
              key={label}
              name={`weekday-${day}`}
              label={label}
              checked={weekdays.has(day)}
              onChange={() => setWeekdays((now) => toggled(now, day))}
            />
          ))}
        </Several>
      )}
      <Several legend={t("parts")} long>
        {PARTS.map((part) => (
          <CheckboxField
            key={part}
            name={`part-${part}`}
            label={tw(`part.${part}`)}
            checked={parts.has(part)}
            onChange={() => setParts((now) => toggled(now, part))}
          />
        ))}
      </Several>
      {asked.people.length > 1 && (
        <SelectField
          name="waiting-person"
          label={t("person")}
          value={person}
          required={false}
          onChange={({ target: { value } }) => setPerson(value)}
        >
          <option value="">{tw("anyone")}</option>
          {asked.people.map(({ id, name: called }) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        name="waiting-name"
        label={t("name")}
        autoComplete="name"
        autoCapitalize="words"
        dir="auto"
        maxLength={200}
        value={name}
        error={errorOf("waiting-name")}
        onChange={({ target: { value } }) => setName(value)}
      />
      <TextField
        name="waiting-email"
        label={t("email")}
        help={t("emailHelp")}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        error={errorOf("waiting-email")}
        onChange={({ target: { value } }) => setEmail(value)}
      />
      <p className={styles.lone}>
        <Button kind="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </p>
    </StepFrame>
  );
}

function Several({ legend, long, children }: { legend: string; long?: boolean; children: React.ReactNode }) {
  return (
    <fieldset className={styles.several} data-long={long || undefined}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
