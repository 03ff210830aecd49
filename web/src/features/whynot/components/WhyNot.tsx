"use client";
// Who, what, which day; then the day explained. Nothing is changed here: the screen tells, people decide.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { IsoDate } from "@/lib/datetime/format";
import { fetchDay, type Question } from "../api";
import type { Day, Person } from "../rules";
import { DayExplained } from "./DayExplained";
import styles from "./WhyNot.module.css";

type Props = { people: Person[]; tomorrow: IsoDate };
type Answer = { question: Question; day: Day };

export function WhyNot({ people, tomorrow }: Props) {
  const t = useTranslations("whynot");
  const [staff, setStaff] = useState(people[0]?.id ?? "");
  const person = people.find(({ id }) => id === staff);
  const [chosen, setChosen] = useState("");
  // Another person may not deliver the service: then their first one is shown.
  const service = person?.services.find(({ id }) => id === chosen)?.id ?? person?.services[0]?.id ?? "";
  const travels = person?.services.find(({ id }) => id === service)?.travels ?? false;
  const [date, setDate] = useState(tomorrow);
  const [postcode, setPostcode] = useState("");
  const [tried, setTried] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !date || !service) return;
    const question: Question = { staff, service, on_date: date, postcode: travels ? postcode.trim() : "" };
    setBusy(true);
    setProblem(null);
    try {
      setAnswer({ question, day: await fetchDay(question) });
    } catch (error) {
      setAnswer(null);
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <>
      <form method="post" noValidate onSubmit={ask} className={styles.form}>
        {people.length > 1 && (
          <SelectField
            name="staff"
            label={t("staff")}
            value={staff}
            onChange={(event) => setStaff(event.currentTarget.value)}
          >
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          name="service"
          label={t("service")}
          value={service}
          error={service ? undefined : t("noServices")}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {person?.services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="date"
          type="date"
          size={10}
          label={t("date")}
          value={date}
          error={tried && !date ? t("dateMissing") : undefined}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        {travels && (
          <TextField
            name="postcode"
            size={10}
            label={t("postcode")}
            help={t("postcodeHelp")}
            optional
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={postcode}
            onChange={(event) => setPostcode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" kind="main" busy={busy}>
          {t("ask")}
        </Button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {busy && !answer && (
        <Loading label={t("asking")}>
          <Skeleton height="16em" />
        </Loading>
      )}
      {answer && <DayExplained key={keyOf(answer.question)} {...answer} people={people} />}
    </>
  );
}

function keyOf(question: Question): string {
  return Object.values(question).join(" ");
}
