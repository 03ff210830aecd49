"use client";
// "That time has just gone. The nearest free ones are ...": one tap takes another; nothing typed is lost.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { useJourney } from "../hooks";
import { type Alternative, onePerson } from "../rules";
import styles from "./journey.module.css";
import { useMoment, useWhen } from "./useWhen";

export function TakenNotice() {
  const t = useTranslations("booking.taken");
  const when = useWhen();
  const moment = useMoment();
  const toast = useToast();
  const box = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { taken, basket, services, keep, go, position } = useJourney();
  useEffect(() => {
    if (taken) box.current?.focus();
  }, [taken]);
  const line = basket?.lines.find((each) => each.id === taken?.line);
  if (!taken || !line) return null;
  const several = (basket?.lines.length ?? 0) > 1;
  const people = services.find((service) => service.id === line.service_id)?.staff ?? [];
  const nameOf = (other: Alternative) =>
    people.find((person) => person.staff_id === other.staff_ids[0])?.name;

  async function choose(other: Alternative) {
    if (!line || busy) return;
    setBusy(other.starts_at);
    try {
      const kept = await keep(line.id, other.starts_at, onePerson(other.staff_ids));
      if (!kept) return;
      toast(t("kept", { when: moment(other.starts_at, line) }));
      if (position.step === "time") go("basket");
    } catch {
      go("time", { line: line.id });
    } finally {
      setBusy(null);
    }
  }

  return (
    <Notice
      ref={box}
      tone="warn"
      role="alert"
      tabIndex={-1}
      title={several ? t("titleNamed", { name: line.name }) : t("title")}
      className={styles.block ?? ""}
    >
      <p>{taken.alternatives.length > 0 ? t("text") : t("nothing")}</p>
      <ul className={styles.alternatives}>
        {taken.alternatives.slice(0, 5).map((other) => {
          const words = when({
            venue: line.venue,
            zone: line.zone,
            starts_at: other.starts_at,
            ends_at: other.ends_at,
          });
          const name = nameOf(other);
          return (
            <li key={`${other.starts_at} ${other.staff_ids.join()}`}>
              <Button busy={busy === other.starts_at} onClick={() => choose(other)}>
                {name ? t("with", { when: words, name }) : words}
              </Button>
            </li>
          );
        })}
      </ul>
      {position.step !== "time" && (
        <p>
          <Button kind="quiet" onClick={() => go("time", { line: line.id })}>
            {t("all")}
          </Button>
        </p>
      )}
    </Notice>
  );
}
