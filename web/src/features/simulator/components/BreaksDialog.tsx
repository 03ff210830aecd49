"use client";
// The visits a change would break, each with its fixes to choose from, before anything is saved.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { Notice } from "@/components/ui/Notice";
import { Sheet } from "@/components/ui/Sheet";
import { formatDay, formatRange, formatTime } from "@/lib/datetime/format";
import { type Broken, type Choice, type Choices, chosenOf, type Simulation, whyOf } from "../rules";
import styles from "./BreaksDialog.module.css";

type Props = {
  found: Simulation;
  /** It was asked before, and more breaks by now. */
  again: boolean;
  answer: (choices: Choices | null) => void;
};

export function BreaksDialog({ found, again, answer }: Props) {
  const t = useTranslations("simulator");
  const [choices, setChoices] = useState<Choices>(new Map());
  const { broken, unnamed } = found;
  const choose = (visit: Broken, choice: Choice) =>
    setChoices((now) => new Map(now).set(visit.appointment_id, choice));
  return (
    <Sheet title={t("title", { count: broken.length + unnamed })} onClose={() => answer(null)}>
      {again ? <Notice tone="warn" role="alert" title={t("again")} /> : <p>{t("lead")}</p>}
      {broken.map((visit) => (
        <Visit
          key={visit.appointment_id}
          visit={visit}
          choice={choices.get(visit.appointment_id) ?? "leave"}
          onChoose={(choice) => choose(visit, choice)}
        />
      ))}
      {unnamed > 0 && <p>{t("unnamed", { count: unnamed })}</p>}
      <div className={styles.buttons}>
        <Button kind="main" onClick={() => answer(choices)}>
          {t("save", { count: chosenOf(broken, choices).length })}
        </Button>
        <Button onClick={() => answer(null)}>{t("back")}</Button>
      </div>
    </Sheet>
  );
}

type VisitProps = { visit: Broken; choice: Choice; onChoose: (choice: Choice) => void };

function Visit({ visit, choice, onChoose }: VisitProps) {
  const t = useTranslations("simulator");
  const locale = useLocale();
  const { appointment_id, starts_at, ends_at, zone, service, customer_name, staff_name } = visit;
  const { move_to, give_to } = visit;
  const name = `fix-${appointment_id}`;
  const heading = t("visit", {
    when: formatRange(starts_at, ends_at, zone, locale),
    service,
    customer: customer_name,
    person: staff_name,
  });
  const card = (value: Choice, title: string) => (
    <ChoiceCard
      name={name}
      value={value}
      title={title}
      checked={choice === value}
      onChange={() => onChoose(value)}
    />
  );
  if (!move_to && !give_to)
    return (
      <section className={styles.visit} aria-label={heading}>
        <h3>{heading}</h3>
        <p className={styles.why}>{t(`why.${whyOf(visit)}`)}</p>
        <p>{t("call", { customer: customer_name })}</p>
      </section>
    );
  return (
    <div className={styles.visit}>
      <ChoiceGroup name={name} legend={heading} help={t(`why.${whyOf(visit)}`)}>
        {move_to &&
          card(
            "move",
            t("move", { when: `${formatDay(move_to, zone, locale)}, ${formatTime(move_to, zone, locale)}` }),
          )}
        {give_to && card("give", t("give", { person: give_to.name }))}
        {card("leave", t("leave"))}
      </ChoiceGroup>
    </div>
  );
}
