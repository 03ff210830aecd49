"use client";
// A change of several visits: what is wished for, then its whole consequence, then yes or back.
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { atWall } from "@/lib/datetime/day";
import { formatTime } from "@/lib/datetime/format";
import { getChoices, makeChange, planChange, type Whose } from "../api";
import type {
  Choices,
  Pause,
  Plan,
  Reader,
  SeriesChange,
  SubscriptionVisit,
  SubscriptionWhole,
} from "../rules";
import { PlanReview } from "./PlanReview";
import styles from "./subscriptions.module.css";

/** What is wished for, beginning with a visit; `pause`: what a pause with an end called off is to go on. */
export type Wish = { kind: SeriesChange["kind"]; visit: SubscriptionVisit; pause?: Pause };

type Props = {
  wish: Wish;
  whole: SubscriptionWhole;
  whose: Whose;
  reader: Reader;
  onDone: (after: SubscriptionWhole | null) => void;
  /** What was shown is not so any more. */
  onStale: () => void;
};

export function ChangeSeries({ wish, whole, whose, reader, onDone, onStale }: Props) {
  const t = useTranslations("subscriptions");
  const box = useRef<HTMLElement>(null);
  const day = dateIn(whole.zone, new Date(wish.visit.starts_at));
  const hour = formatTime(wish.visit.starts_at, whole.zone, "en");
  const [on, setOn] = useState<string>(day);
  const [time, setTime] = useState(hour);
  const [until, setUntil] = useState("");
  const [plan, setPlan] = useState<{ asked: SeriesChange; found: Plan } | null>(null);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [choices, setChoices] = useState<Choices | null>(null);
  const [person, setPerson] = useState("");
  const [place, setPlace] = useState("");
  const { kind } = wish;
  const [later, setLater] = useState(false);
  const asks = later || kind === "move" || kind === "pause" || (kind === "cancel" && wish.visit.is_ahead);

  useEffect(() => {
    box.current?.focus();
  }, []);

  /** Without them all stays with whom and where it is. */
  function loadChoices() {
    if (!choices) getChoices(whose).then(setChoices, () => undefined);
  }

  /** Whom another person or address was chosen for keeps its time, unless another was chosen too. */
  function asked(): SeriesChange {
    if (kind === "move") {
      const keepsTimes = (person || place) && on === day && time === hour;
      return {
        kind,
        from_on: wish.visit.occurs_on,
        ...(!keepsTimes && { starts_at: atWall(on, time, whole.zone) }),
        ...(person && { staff_id: person }),
        ...(place && { address_id: place }),
      };
    }
    if (kind === "pause") return { kind, from_on: on, ...(until && { until_on: until }) };
    if (wish.pause) return { kind, from_on: wish.pause.from_on, pause_id: wish.pause.id };
    return { kind, from_on: kind === "cancel" || later ? on : wish.visit.occurs_on };
  }

  async function look(wanted: SeriesChange) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setPlan({ asked: wanted, found: await planChange(whose, wanted) });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what needs no answer is looked at once, when it opens.
  useEffect(() => {
    if (!asks) void look(asked());
  }, []);

  async function agree(reason: string) {
    if (!plan || busy) return;
    setBusy(true);
    setProblem(null);
    setStale(false);
    try {
      onDone(await makeChange(whose, { ...plan.asked, token: plan.found.token, reason }));
    } catch (error) {
      const refused = problemOf(error);
      setBusy(false);
      if (refused.code !== "plan_changed") return setProblem(refused);
      setStale(true);
      onStale();
      try {
        setPlan({ asked: plan.asked, found: await planChange(whose, plan.asked) });
      } catch (again) {
        setProblem(problemOf(again));
      }
    }
  }

  function send(event: FormEvent) {
    event.preventDefault();
    void look(asked());
  }

  return (
    <section ref={box} tabIndex={-1} className={styles.change} aria-label={t(`title.${kind}`)}>
      <h2>{t(`title.${kind}`)}</h2>
      <p className={styles.muted}>{t(`text.${kind}`)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {stale && (
        <Notice tone="warn" role="alert">
          <p>{t("stale")}</p>
        </Notice>
      )}
      {asks && !plan && (
        <form className={styles.form} onSubmit={send}>
          <TextField
            name="series-on"
            type="date"
            label={t(kind === "move" ? "newDay" : "fromDay")}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          {kind === "move" && (
            <TextField
              name="series-time"
              type="time"
              label={t("newTime")}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          )}
          {kind === "move" && (
            <details onToggle={loadChoices}>
              <summary>{t("otherChoices")}</summary>
              <div className={styles.form}>
                <SelectField
                  name="series-person"
                  label={t("withWhom")}
                  optional
                  value={person}
                  onChange={(event) => setPerson(event.currentTarget.value)}
                >
                  <option value="">{t("samePerson")}</option>
                  {choices?.people.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
                </SelectField>
                {whole.visits.some((visit) => visit.address) && (
                  <SelectField
                    name="series-place"
                    label={t("where")}
                    optional
                    value={place}
                    onChange={(event) => setPlace(event.currentTarget.value)}
                  >
                    <option value="">{t("samePlace")}</option>
                    {choices?.places.map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.name}
                      </option>
                    ))}
                  </SelectField>
                )}
              </div>
            </details>
          )}
          {kind === "pause" && (
            <TextField
              name="series-until"
              type="date"
              label={t("untilDay")}
              help={t("untilHelp")}
              optional
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          )}
          <p className={styles.actions}>
            <Button kind="main" type="submit" busy={busy}>
              {t("look")}
            </Button>
            <Button onClick={() => onDone(null)}>{t("back")}</Button>
          </p>
        </form>
      )}
      {plan && (
        <PlanReview
          plan={plan.found}
          reader={reader}
          zone={whole.zone}
          busy={busy}
          onYes={(reason) => void agree(reason)}
          onBack={() => (asks ? setPlan(null) : onDone(null))}
        />
      )}
      {plan && kind === "resume" && !wish.pause && !later && (
        <Button
          kind="quiet"
          onClick={() => {
            setLater(true);
            setPlan(null);
          }}
        >
          {t("laterDay")}
        </Button>
      )}
    </section>
  );
}
