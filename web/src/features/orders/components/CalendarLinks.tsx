"use client";
// A booked visit in the reader's own calendar: as a file, or as a filled-in entry at the two most used ones.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { calendarFile } from "../api";
import { googleCalendarUrl, type Order, outlookCalendarUrl, type Visit } from "../rules";
import styles from "./orders.module.css";

type Props = { order: Order; visits: Visit[]; token: string };

function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function CalendarLinks({ order, visits, token }: Props) {
  const t = useTranslations("booking.done");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function download() {
    setBusy(true);
    setProblem(null);
    try {
      save(await calendarFile(token, order.number), `${order.number}.ics`);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={styles.section}>
      <h2>{t("calendar")}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <p>
        <Button busy={busy} onClick={() => void download()}>
          {t(visits.length > 1 ? "icsMany" : "ics")}
        </Button>
      </p>
      {/* Visits that repeat come with the file. */}
      {visits
        .filter((visit) => !visit.subscription_id)
        .map((visit) => {
          const entry = {
            title: `${visit.name}, ${order.business_name}`,
            details: `${order.number}${visit.preparation ? `\n\n${visit.preparation}` : ""}`,
            startsAt: visit.starts_at,
            endsAt: visit.ends_at,
          };
          const outside = {
            target: "_blank",
            rel: "noopener noreferrer",
            referrerPolicy: "no-referrer",
          } as const;
          return (
            <div key={visit.id}>
              {visits.length > 1 && <h3>{visit.name}</h3>}
              <ul className={styles.links}>
                <li>
                  <a href={googleCalendarUrl(entry)} {...outside}>
                    {t("google")}
                    <span className="visually-hidden"> {t("newWindow")}</span>
                  </a>
                </li>
                <li>
                  <a href={outlookCalendarUrl(entry)} {...outside}>
                    {t("outlook")}
                    <span className="visually-hidden"> {t("newWindow")}</span>
                  </a>
                </li>
              </ul>
            </div>
          );
        })}
    </section>
  );
}
