"use client";
// When suits you? Choosing and going on keeps the time; somebody faster is answered with the nearest other times.
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { anyOfDay } from "../api";
import { useJourney } from "../hooks";
import { type BasketLine, basisOf, bundleOf, onward, visitOf } from "../rules";
import { ContactLinks } from "./ContactLinks";
import styles from "./journey.module.css";
import { StepFrame } from "./StepFrame";
import { type ChosenTime, type NothingSuits, TimePicker } from "./TimePicker";
import { useWhen } from "./useWhen";

const JoinWaiting = dynamic(() =>
  import("@/features/waiting/components/JoinWaiting").then((module) => module.JoinWaiting),
);

export function TimeStep() {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const when = useWhen();
  const cache = useQueryClient();
  const toast = useToast();
  const linkedStaff = useSearchParams().get("staff");
  const { basket, business, services, line, keep, go, setTaken } = useJourney();
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState<NothingSuits | null>(null);
  if (!line || !basket) return null;
  const names = visitOf(basket, line)
    .map((each) => each.name)
    .join(" + ");
  if (waiting)
    return (
      <JoinWaiting asked={waiting} line={{ id: line.id, name: names }} onBack={() => setWaiting(null)} />
    );
  const service = services.find((each) => each.id === line.service_id);
  const linked = service?.staff.find((person) => person.staff_slug === linkedStaff)?.staff_id;

  /** To the next service of the same bundle, where one has no time yet. */
  function goOn(kept: BasketLine) {
    const own = visitOf(basket, kept).map(({ id }) => id);
    const left = bundleOf(basket, kept)?.line_ids.filter((id) => !own.includes(id));
    const next = basket?.lines.find(({ id, state }) => state === "open" && left?.includes(id));
    if (!next) return go("basket");
    const { step, line: to } = onward("service", next, basket, services);
    go(step, { line: to });
  }

  async function send() {
    if (!line) return;
    if (!chosen && line.starts_at) return go("basket");
    setMissing(!chosen);
    if (!chosen) return document.getElementById("time")?.focus();
    setBusy(true);
    setProblem(null);
    try {
      const day = anyOfDay(chosen.anyOf, chosen.zone);
      const after = await keep(line.id, chosen.startsAt, chosen.staffId, day);
      const kept = after?.lines.find(({ id }) => id === line.id);
      if (kept?.starts_at && kept.starts_at !== chosen.startsAt)
        toast(t("anyOf.other", { when: when(kept) }));
      if (after) return goOn(line);
      setChosen(null);
      void cache.invalidateQueries({ queryKey: ["free times"] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  const words = chosen && {
    day: formatDay(chosen.startsAt, chosen.zone, locale),
    time: formatTime(chosen.startsAt, chosen.zone, locale),
  };
  const contact = <ContactLinks phone={business.phone} email={business.email} />;
  return (
    <StepFrame
      title={t("title")}
      lead={names}
      action={
        words ? t("keep", { time: t("chosen", words) }) : line.starts_at ? t("keepYours") : t("pickAction")
      }
      busy={busy}
      onSubmit={() => void send()}
      problem={problem}
      notice={
        line.starts_at && !chosen ? (
          <Notice className={styles.block ?? ""}>
            <p>{t("yours", { when: when(line) })}</p>
          </Notice>
        ) : null
      }
    >
      <TimePicker
        asked={{ line: line.id, basis: basisOf(basket) }}
        now={basket.server_time}
        visit={{ venue: line.venue, zone: line.zone, currency: line.currency }}
        firstStaff={linked ?? null}
        near={line.starts_at}
        chosen={chosen}
        onChoose={(time) => {
          setChosen(time);
          if (!time) return;
          setMissing(false);
          setTaken(null);
        }}
        error={missing ? t("none") : undefined}
        flexible
        contact={contact}
        onWait={setWaiting}
        {...(line.extras.length > 0 && { onExtras: () => go("extras", { line: line.id }) })}
        nobody={
          <EmptyState
            title={t("nobody", { postcode: basket.place?.postcode ?? business.name })}
            action={<Button onClick={() => go("service")}>{t("otherService")}</Button>}
          >
            <p>{t("nobodyText")}</p>
            {contact}
          </EmptyState>
        }
      />
    </StepFrame>
  );
}
