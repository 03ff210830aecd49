"use client";
// The week of one person, day by day. Two people may have it open: the later one is told, and chooses.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { tryWeek } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { type Problem, problemOf } from "@/lib/api/problem";
import { weekdayNames } from "@/lib/datetime/format";
import { fetchWeek, saveWeek } from "../api";
import { faultsOf, mondayOnWeekdays, type Row, type RowFault, rowsOf, spansOf, type Week } from "../rules";
import styles from "./HoursEditor.module.css";
import { HoursRow } from "./HoursRow";

type Props = { staffId: string; week: Week };

export function HoursEditor({ staffId, week }: Props) {
  const t = useTranslations("areas.hours");
  const names = weekdayNames(useLocale(), "long");
  const toast = useToast();
  const { guard, question } = useBreaks();
  const lastKey = useRef(1_000);
  const [saved, setSaved] = useState(week);
  const [rows, setRows] = useState<Row[]>(() => rowsOf(week.spans));
  const [touched, setTouched] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [faults, setFaults] = useState<Map<number, RowFault>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const conflictBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (conflict) conflictBox.current?.focus();
  }, [conflict]);

  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [touched]);

  const newKey = () => {
    lastKey.current += 1;
    return lastKey.current;
  };

  function edit(next: Row[]) {
    setRows(next);
    setTouched(true);
    // A remark goes as soon as it is mended; new ones come with the next try.
    if (faults.size > 0) {
      const left = faultsOf(next);
      setFaults(new Map([...faults].filter(([key]) => left.has(key))));
    }
  }

  function add(weekday: number, kind: Row["kind"]) {
    const key = newKey();
    const times = kind === "work" ? { from: "09:00", until: "17:00" } : { from: "12:00", until: "12:30" };
    const alone = !rows.some((row) => row.weekday === weekday && row.kind === kind);
    edit([...rows, { key, weekday, kind, serviceId: null, ...(alone ? times : { from: "", until: "" }) }]);
    requestAnimationFrame(() => document.getElementById(`from-${key}`)?.focus());
  }

  function remove(row: Row) {
    edit(rows.filter((other) => other !== row));
    requestAnimationFrame(() => document.getElementById(`add-${row.weekday}`)?.focus());
  }

  async function save(fingerprint: string) {
    const found = faultsOf(rows);
    setFaults(found);
    setAttempt((count) => count + 1);
    const spans = spansOf(rows);
    if (found.size > 0 || !spans) return;
    setBusy(true);
    setProblem(null);
    try {
      const kept = await guard(
        () => tryWeek(staffId, spans),
        (seen) => saveWeek(staffId, spans, fingerprint, seen),
      );
      if (kept) {
        show(kept);
        toast(t("saved"));
      }
    } catch (error) {
      const refusal = problemOf(error);
      if (refusal.status === 412) setConflict(true);
      else setProblem(refusal);
    }
    setBusy(false);
  }

  function show(now: Week) {
    setSaved(now);
    setRows(rowsOf(now.spans));
    setTouched(false);
    setConflict(false);
    setFaults(new Map());
  }

  async function settle(mine: boolean) {
    setBusy(true);
    setProblem(null);
    try {
      const theirs = await fetchWeek(staffId);
      if (mine) await save(theirs.fingerprint);
      else show(theirs);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const problems = rows.flatMap((row) => {
    const fault = faults.get(row.key);
    const day = names[row.weekday] ?? "";
    return fault ? { name: `from-${row.key}`, error: t(fault, { day, from: row.from }) } : [];
  });

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) save(saved.fingerprint);
        }}
      >
        {conflict && (
          <Notice ref={conflictBox} tone="warn" role="alert" tabIndex={-1} title={t("conflictTitle")}>
            <p>{t("conflictText")}</p>
            <p className={styles.choices}>
              <Button busy={busy} onClick={() => settle(false)}>
                {t("conflictTheirs")}
              </Button>
              <Button busy={busy} onClick={() => settle(true)}>
                {t("conflictMine")}
              </Button>
            </p>
          </Notice>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <ErrorSummary problems={problems} attempt={attempt} />
        <div className={styles.week}>
          {names.map((day, weekday) => {
            const own = rows.filter((row) => row.weekday === weekday);
            const breakable = own.some((row) => row.kind === "work");
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is the day.
              <fieldset key={weekday} className={styles.day}>
                <legend className={styles.name}>{day}</legend>
                <div className={styles.rows}>
                  {own.length === 0 && <p className={styles.off}>{t("off")}</p>}
                  {own.map((row) => (
                    <HoursRow
                      key={row.key}
                      row={row}
                      day={day}
                      fault={faults.get(row.key)}
                      onChange={(change) =>
                        edit(rows.map((other) => (other === row ? { ...other, ...change } : other)))
                      }
                      onRemove={() => remove(row)}
                    />
                  ))}
                  <p className={styles.adds}>
                    <Button
                      id={`add-${weekday}`}
                      kind="quiet"
                      aria-label={t("addWorkOn", { day })}
                      onClick={() => add(weekday, "work")}
                    >
                      {t("addWork")}
                    </Button>
                    {breakable && (
                      <Button
                        kind="quiet"
                        aria-label={t("addBreakOn", { day })}
                        onClick={() => add(weekday, "break")}
                      >
                        {t("addBreak")}
                      </Button>
                    )}
                  </p>
                </div>
                {weekday === 0 && breakable && (
                  <p className={styles.copy}>
                    <Button onClick={() => edit(mondayOnWeekdays(rows, newKey))}>{t("copy")}</Button>
                  </p>
                )}
              </fieldset>
            );
          })}
        </div>
        <p className={styles.note}>{t("noteBooked")}</p>
        <div className={styles.end}>
          <Button type="submit" kind="main" busy={busy}>
            {t("save")}
          </Button>
          {touched && <span className={styles.unsaved}>{t("unsaved")}</span>}
        </div>
      </form>
      {question}
    </>
  );
}
