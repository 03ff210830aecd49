"use client";
// The explained day: stretches of starts with their reasons, the changes, and the file for a support case.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDate, formatTime } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import { fetchDay, type Question } from "../api";
import { useWords, type Words } from "../hooks";
import { type Day, type Person, type Stretch, sharedChange, stretchesOf } from "../rules";
import styles from "./DayExplained.module.css";

type Props = { question: Question; day: Day; people: Person[] };

export function DayExplained({ question, day, people }: Props) {
  const t = useTranslations("whynot");
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const words = useWords(question.on_date, day.zone, question.staff, people);
  const person = people.find(({ id }) => id === question.staff);
  const service = person?.services.find(({ id }) => id === question.service);
  const free = day.starts.filter(({ is_open }) => is_open).length;
  return (
    <section aria-labelledby="day">
      <h2 id="day" ref={heading} tabIndex={-1} className={styles.heading}>
        {t("result", {
          service: service?.name ?? "",
          name: person?.name ?? "",
          day: formatDate(question.on_date, locale),
        })}
      </h2>
      {day.starts.length === 0 ? (
        <p className={styles.summary}>{t("empty")}</p>
      ) : (
        <>
          <p className={styles.summary}>
            {t("free", { count: free })} {t("zone", { city: cityOf(day.zone) })}
          </p>
          <ol className={styles.list}>
            {stretchesOf(day.starts).map((stretch) => (
              <li
                key={stretch.starts[0]?.starts_at}
                className={styles.row}
                data-free={stretch.free || undefined}
              >
                <StretchLine stretch={stretch} zone={day.zone} words={words} />
              </li>
            ))}
          </ol>
          <Export question={question} />
        </>
      )}
    </section>
  );
}

function StretchLine({ stretch, zone, words }: { stretch: Stretch; zone: string; words: Words }) {
  const t = useTranslations("whynot");
  const locale = useLocale();
  const { starts, free } = stretch;
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return null;
  const time = (at: string) => formatTime(at, zone, locale);
  const change = sharedChange(starts);
  const each = !free && !change && starts.some(({ smallest_change }) => smallest_change);
  return (
    <>
      <h3 className={styles.when}>
        {starts.length === 1 ? time(first.starts_at) : `${time(first.starts_at)}–${time(last.starts_at)}`}
        {starts.length > 1 && <span className={styles.count}>{t("starts", { count: starts.length })}</span>}
      </h3>
      <div>
        <p className={styles.state}>{free ? t("isFree") : t("notFree")}</p>
        {!free && (
          <ul className={styles.reasons}>
            {first.reasons.map((reason) => (
              <li key={`${reason.code} ${reason.starts_at} ${reason.reference}`}>{words.reason(reason)}</li>
            ))}
          </ul>
        )}
        {change && (
          <p className={styles.change}>
            <strong>{t("opens")}:</strong> {words.change(change)}
          </p>
        )}
        {each && (
          <details className={styles.each}>
            <summary>{t("each")}</summary>
            <ul>
              {starts.map((start) => (
                <li key={start.starts_at}>
                  {time(start.starts_at)}:{" "}
                  {start.smallest_change ? words.change(start.smallest_change) : t("noChange")}
                </li>
              ))}
            </ul>
          </details>
        )}
        {!free && !change && !each && <p className={styles.change}>{t("noChange")}</p>}
      </div>
    </>
  );
}

function Export({ question }: { question: Question }) {
  const t = useTranslations("whynot");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    setProblem(null);
    try {
      const { problem: engineProblem } = await fetchDay(question, true);
      download(`why-not-${question.on_date}.json`, JSON.stringify(engineProblem, null, 2));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <div className={styles.export}>
      <h3>{t("exportTitle")}</h3>
      <p>{t("exportText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Button busy={busy} onClick={save}>
        {t("export")}
      </Button>
    </div>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
