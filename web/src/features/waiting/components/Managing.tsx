"use client";
// What the team does about an entry: offers a free time by hand, or takes it off the list. Both are told to its person.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { Ask } from "@/features/appointments/components/Ask";
import { type ChosenTime, TimePicker } from "@/features/booking/components/TimePicker";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { Instant } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { offerTime, removeEntry } from "../api";
import type { TeamEntry } from "../rules";
import styles from "./waiting.module.css";

type Props = { entry: TeamEntry; now: Instant; list: string };

export function Managing({ entry, now, list }: Props) {
  const t = useTranslations("waitingTeam");
  const when = useWhen();
  const toast = useToast();
  const router = useRouter();
  const cache = useQueryClient();
  const [open, setOpen] = useState<"offer" | "remove" | null>(null);
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const words = chosen
    ? when({ venue: entry.venue, zone: entry.zone, starts_at: chosen.startsAt, ends_at: chosen.endsAt })
    : "";

  async function act(action: () => Promise<void>, told: string, done: () => void) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await action();
      toast(told);
      done();
    } catch (error) {
      setProblem(problemOf(error));
      setChosen(null);
      void cache.invalidateQueries({ queryKey: ["free times"] });
      if (problemOf(error).code === "waiting_over") router.refresh();
    }
    setBusy(false);
  }

  function offer(event: FormEvent) {
    event.preventDefault();
    setMissing(!chosen);
    if (!chosen) return document.getElementById("time")?.focus();
    const body = { starts_at: chosen.startsAt, staff_id: chosen.staffId };
    void act(
      () => offerTime(entry.id, body),
      t("offered", { when: words, name: entry.name }),
      () => router.refresh(),
    );
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {!open && (
        <div className={styles.buttons}>
          {entry.can_offer && (
            <Button kind="main" onClick={() => setOpen("offer")}>
              {t("offerButton")}
            </Button>
          )}
          {entry.can_remove && <Button onClick={() => setOpen("remove")}>{t("remove")}</Button>}
        </div>
      )}
      {open === "offer" && (
        <form method="post" noValidate onSubmit={offer} className={styles.section}>
          <h2>{t("offerTitle")}</h2>
          <p>{t("offerText", { name: entry.name })}</p>
          <TimePicker
            asked={{ waiting: entry.id }}
            now={now}
            visit={{ venue: entry.venue, zone: entry.zone, currency: entry.currency }}
            near={null}
            chosen={chosen}
            onChoose={(time) => {
              setChosen(time);
              setMissing(false);
            }}
            error={missing ? t("pickFirst") : undefined}
            contact={null}
          />
          <div className={styles.buttons}>
            <Button kind="main" type="submit" busy={busy}>
              {chosen ? t("offerTime", { when: words }) : t("offerButton")}
            </Button>
            <Button onClick={() => setOpen(null)}>{t("back")}</Button>
          </div>
        </form>
      )}
      {open === "remove" && (
        <Ask
          title={t("removeTitle", { name: entry.name })}
          yes={t("removeYes")}
          no={t("back")}
          danger
          busy={busy}
          onNo={() => setOpen(null)}
          onYes={() =>
            void act(
              () => removeEntry(entry.id),
              t("removed", { name: entry.name }),
              () => router.push(list),
            )
          }
        >
          <p>{t("removeText")}</p>
        </Ask>
      )}
    </>
  );
}
