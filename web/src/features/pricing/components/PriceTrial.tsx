"use client";
// What would this cost? A visit as somebody imagines it, and the answer line by line. Nothing is changed here.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { QuantityStepper } from "@/components/ui/QuantityStepper";
import edit from "@/features/catalog/components/edit/edit.module.css";
import { QuestionField } from "@/features/catalog/components/QuestionField";
import { type Answers, shownQuestions } from "@/features/catalog/questions";
import type { Service } from "@/features/catalog/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { IsoDate } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { tryPrice } from "../api";
import { minuteOf, RHYTHMS, type Rhythm, type Trial } from "../rules";
import styles from "./pricing.module.css";
import { TrialResult } from "./TrialResult";

type Props = { services: Service[]; tomorrow: IsoDate };

export function PriceTrial({ services, tomorrow }: Props) {
  const t = useTranslations("pricing.try");
  const tr = useTranslations("pricing.rhythm");
  const tc = useTranslations("pricing.coupon");
  const [id, setId] = useState(services[0]?.id ?? "");
  const service = services.find((each) => each.id === id) ?? services[0];
  const [staff, setStaff] = useState("");
  const [day, setDay] = useState<string>(tomorrow);
  const [time, setTime] = useState("10:00");
  const [postcode, setPostcode] = useState("");
  const [rhythm, setRhythm] = useState<Rhythm>("once");
  const [seats, setSeats] = useState(1);
  const [extras, setExtras] = useState<Record<string, number>>({});
  const [answers, setAnswers] = useState<Answers>({});
  const [code, setCode] = useState("");
  const [isFirst, setIsFirst] = useState(true);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  if (!service) return null;
  // Nobody sends a file to try a price.
  const questions = shownQuestions(service.questions, answers).filter(({ kind }) => kind !== "file");

  function choose(next: string) {
    setId(next);
    setStaff("");
    setSeats(1);
    setExtras({});
    setAnswers({});
    setTrial(null);
  }

  async function ask(event: FormEvent) {
    event.preventDefault();
    if (busy || !service) return;
    setBusy(true);
    setProblem(null);
    const given = questions.flatMap(({ id: key }) => {
      const answer = answers[key];
      return answer === undefined || answer === "" ? [] : [[key, answer] as const];
    });
    try {
      setTrial(
        await tryPrice({
          service_id: service.id,
          staff_id: staff || null,
          on: day || null,
          minute: minuteOf(time),
          postcode: service.venue === "customer" ? postcode.trim() : "",
          extras: Object.entries(extras).flatMap(([extra_id, quantity]) =>
            quantity > 0 ? [{ extra_id, quantity }] : [],
          ),
          seats,
          rhythm,
          answers: Object.fromEntries(given),
          code: code.trim(),
          is_first_order: isFirst,
        }),
      );
    } catch (error) {
      setTrial(null);
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <>
      <form method="post" noValidate onSubmit={ask} className={styles.form}>
        <div className={edit.pair}>
          <SelectField
            name="service"
            label={t("service")}
            value={service.id}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {services.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="person"
            label={t("person")}
            value={staff}
            onChange={({ currentTarget }) => setStaff(currentTarget.value)}
          >
            <option value="">{t("anybody")}</option>
            {service.staff.map(({ staff_id, name }) => (
              <option key={staff_id} value={staff_id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={edit.pair}>
          <TextField
            name="day"
            label={t("day")}
            type="date"
            size={10}
            optional
            value={day}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
          <TextField
            name="time"
            label={t("time")}
            type="time"
            size={10}
            optional
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </div>
        <SelectField
          name="rhythm"
          label={t("rhythm")}
          value={rhythm}
          onChange={({ currentTarget }) =>
            setRhythm(RHYTHMS.find((each) => each === currentTarget.value) ?? "once")
          }
        >
          {RHYTHMS.map((each) => (
            <option key={each} value={each}>
              {tr(each)}
            </option>
          ))}
        </SelectField>
        {service.venue === "customer" && (
          <TextField
            name="postcode"
            label={t("postcode")}
            help={t("postcodeHelp")}
            size={10}
            optional
            maxLength={12}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={postcode}
            onChange={({ currentTarget }) => setPostcode(currentTarget.value)}
          />
        )}
        {service.capacity > 1 && (
          <QuantityStepper
            name="seats"
            label={t("seats")}
            min={1}
            max={service.capacity}
            value={seats}
            onChange={setSeats}
          />
        )}
        {service.extras.length > 0 && (
          <fieldset className={edit.card}>
            <legend>{t("extras")}</legend>
            <Extras service={service} chosen={extras} onChange={setExtras} />
          </fieldset>
        )}
        {questions.length > 0 && (
          <fieldset className={edit.card}>
            <legend>{t("answers")}</legend>
            {questions.map((question) => (
              <QuestionField
                key={question.id}
                name={`question-${question.id}`}
                question={question}
                value={answers[question.id]}
                onChange={(answer) => setAnswers((now) => ({ ...now, [question.id]: answer }))}
                onFile={async () => {}}
              />
            ))}
          </fieldset>
        )}
        <TextField
          name="code"
          label={tc("code")}
          size={20}
          optional
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <CheckboxField
          name="first"
          label={t("isFirst")}
          checked={isFirst}
          onChange={({ currentTarget }) => setIsFirst(currentTarget.checked)}
        />
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {t("calculate")}
          </Button>
        </div>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {trial && <TrialResult trial={trial} />}
    </>
  );
}

type ExtrasProps = {
  service: Service;
  chosen: Record<string, number>;
  onChange: (chosen: Record<string, number>) => void;
};

function Extras({ service, chosen, onChange }: ExtrasProps) {
  const locale = useLocale();
  const { currency } = service;
  return service.extras.map(({ id, name, price_amount: amount, max_quantity: most }) => (
    <QuantityStepper
      key={id}
      name={`extra-${id}`}
      label={`${name}, ${formatMoney({ amount, currency }, locale)}`}
      max={most}
      value={chosen[id] ?? 0}
      onChange={(quantity) => onChange({ ...chosen, [id]: quantity })}
    />
  ));
}
