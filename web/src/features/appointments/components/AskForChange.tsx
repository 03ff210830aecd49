"use client";
// Asking a person for what the rules do not allow at once: up to three days that would suit, and a few words.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import type { IsoDate } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { askForChange, fetchCancellation } from "../api";
import { DAY_PARTS, type DayPart, isDayPart, type RequestKind } from "../rules";
import styles from "./AskForChange.module.css";
import { Buttons, Change, type ChangeProps } from "./Change";

const MOST_WISHES = 3;
const NOTE_LENGTH = 2000;
type Wish = { key: number; on: string; part: DayPart };

export function AskForChange({ kind, visit, page, onBack, onDone }: ChangeProps & { kind: RequestKind }) {
  const t = useTranslations("change.ask");
  const tc = useTranslations("change");
  const locale = useLocale();
  const when = useWhen();
  const toast = useToast();
  const clock = useNow();
  const { appointmentId: id, token } = visit;
  const { data } = useQuery({
    queryKey: ["cancellation", id],
    queryFn: ({ signal }) => fetchCancellation(id, token, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const [wishes, setWishes] = useState<Wish[]>([{ key: 0, on: "", part: "any" }]);
  const [note, setNote] = useState("");
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const today = dateIn(visit.zone, new Date(clock()));
  const named = wishes.filter(({ on }) => on !== "");
  const noteNeeded = data?.reason_needed ?? false;
  const errors = [
    ...wishes.flatMap(({ key, on }) =>
      on && on < today ? [{ name: `wish-${key}-${id}`, error: t("past") }] : [],
    ),
    ...(kind === "move" && named.length === 0 && !note.trim()
      ? [{ name: `wish-0-${id}`, error: t("nothing") }]
      : []),
    ...(noteNeeded && !note.trim() ? [{ name: `note-${id}`, error: tc("reasonMissing") }] : []),
  ];
  const shown = tries > 0 ? errors : [];
  const errorOf = (name: string) => shown.find((each) => each.name === name)?.error;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (errors.length > 0) return setTries((count) => count + 1);
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const wanted = kind === "move" ? named.map(({ on, part }) => ({ on: on as IsoDate, part })) : [];
      await askForChange(id, { kind, wishes: wanted, note: note.trim() }, token);
      await onDone();
      toast(t("sent"));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  const change = (key: number, made: Partial<Wish>) =>
    setWishes((rows) => rows.map((row) => (row.key === key ? { ...row, ...made } : row)));

  return (
    <Change
      title={t(`${kind}Title`, { name: visit.name })}
      lead={t("lead", {
        when: when({
          venue: visit.venue,
          zone: visit.zone,
          starts_at: visit.startsAt,
          ends_at: visit.endsAt,
        }),
      })}
      page={page}
    >
      {kind === "cancel" && data && data.fee_amount > 0 && (
        <p>
          {t("wouldCost", {
            fee: formatMoney({ amount: data.fee_amount, currency: data.currency }, locale, { exact: true }),
          })}
        </p>
      )}
      <form method="post" noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary problems={shown} attempt={tries} />
        {problem && <ProblemNotice problem={problem} />}
        {kind === "move" &&
          wishes.map(({ key, on, part }, index) => (
            <fieldset key={key} className={styles.wish}>
              <legend>{t("wish", { number: index + 1 })}</legend>
              <TextField
                name={`wish-${key}-${id}`}
                label={t("day")}
                type="date"
                size={10}
                min={today}
                required={false}
                value={on}
                error={errorOf(`wish-${key}-${id}`)}
                onChange={(event) => change(key, { on: event.target.value })}
              />
              <SelectField
                name={`part-${key}-${id}`}
                label={t("part")}
                value={part}
                onChange={({ target: { value } }) => isDayPart(value) && change(key, { part: value })}
              >
                {DAY_PARTS.map((each) => (
                  <option key={each} value={each}>
                    {t(`parts.${each}`)}
                  </option>
                ))}
              </SelectField>
            </fieldset>
          ))}
        {kind === "move" && wishes.length < MOST_WISHES && (
          <p>
            <Button
              kind="quiet"
              onClick={() => setWishes((rows) => [...rows, { key: rows.length, on: "", part: "any" }])}
            >
              {t("another")}
            </Button>
          </p>
        )}
        <TextArea
          name={`note-${id}`}
          label={t(`${kind}Note`)}
          optional={!noteNeeded}
          rows={3}
          maxLength={NOTE_LENGTH}
          dir="auto"
          value={note}
          error={errorOf(`note-${id}`)}
          onChange={(event) => setNote(event.target.value)}
        />
        <Buttons>
          <Button kind="main" type="submit" busy={busy}>
            {t("send")}
          </Button>
          <Button onClick={onBack}>{tc("back")}</Button>
        </Buttons>
      </form>
    </Change>
  );
}
