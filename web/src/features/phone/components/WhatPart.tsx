"use client";
// What is wanted: services with their extras and questions.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard } from "@/components/ui/ChoiceCard";
import { SelectField } from "@/components/ui/Field";
import { QuantityStepper } from "@/components/ui/QuantityStepper";
import { type Bundle, savedBy } from "@/features/bundles/rules";
import type { Business } from "@/features/business/loaders";
import { QuestionField } from "@/features/catalog/components/QuestionField";
import { type Answer, type Answers, shownQuestions } from "@/features/catalog/questions";
import type { Service } from "@/features/catalog/rules";
import { formatMoney } from "@/lib/money/money";
import { type BasketLine, bundleOf } from "../../booking/rules";
import { addLine, changeExtras, putBundle, removeLine, saveAnswers, sendFile } from "../api";
import { questionField } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

const QUIET_MS = 500;

type Props = {
  desk: Desk;
  services: Service[];
  bundles: Bundle[];
  businesses: Business[];
  errorOf: (field: string) => string | undefined;
};

export function WhatPart({ desk, services, bundles, businesses, errorOf }: Props) {
  const t = useTranslations("phone");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const tb = useTranslations("booking.bundle");
  const money = (amount: number, currency: string) => formatMoney({ amount, currency }, locale);
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  const named = (service: Pick<Service, "business" | "name">) => {
    const seller = businesses.find(({ slug }) => slug === service.business);
    return businesses.length > 1 && seller ? `${seller.name}: ${service.name}` : service.name;
  };
  const priceOf = ({ price_from_amount: amount, currency, plus_tax }: Service) => {
    const price = money(amount, currency);
    return plus_tax ? tu("plusTax", { price }) : price;
  };

  async function add() {
    if (!chosen) return document.getElementById("service")?.focus();
    setBusy(true);
    const together = bundles.some(({ id }) => id === chosen);
    if (await desk.change(() => (together ? putBundle(chosen) : addLine(chosen)))) setChosen("");
    setBusy(false);
  }

  return (
    <section className={styles.part} aria-labelledby="phone-what">
      <h2 id="phone-what">{t("what")}</h2>
      {desk.basket?.lines.map((line) => (
        <WishedFor
          key={line.id}
          line={line}
          service={services.find((each) => each.id === line.service_id)}
          desk={desk}
          errorOf={errorOf}
        />
      ))}
      <div className={styles.row}>
        <SelectField
          name="service"
          label={t("service")}
          value={chosen}
          error={errorOf("service")}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t("pickService")}</option>
          {services.map((each) => (
            <option key={each.id} value={each.id}>
              {[named(each), priceOf(each)].join(", ")}
            </option>
          ))}
          {bundles.length > 0 && (
            <optgroup label={tb("shelf")}>
              {bundles.map((each) => (
                <option key={each.id} value={each.id}>
                  {[named(each), tb("saves", { amount: money(savedBy(each), each.currency) })].join(", ")}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <Button busy={busy} onClick={() => void add()}>
          {t("addService")}
        </Button>
      </div>
    </section>
  );
}

type LineProps = {
  line: BasketLine;
  service: Service | undefined;
  desk: Desk;
  errorOf: (field: string) => string | undefined;
};

function WishedFor({ line, service, desk, errorOf }: LineProps) {
  const t = useTranslations("phone");
  const locale = useLocale();
  const tb = useTranslations("booking.bundle");
  const bundle = bundleOf(desk.basket, line);
  const price = formatMoney({ amount: line.total_amount, currency: line.currency || "GBP" }, locale);
  /** What is on its way: shown at once, and the ground of the next change, so that two quick ones are both kept. */
  const [sent, setSent] = useState<ReadonlyMap<string, number> | null>(null);
  const counts = sent ?? new Map(line.extras.map((extra) => [extra.extra_id, extra.quantity]));

  async function setExtra(id: string, count: number) {
    const wanted = new Map([...counts, [id, count]]);
    const extras = [...wanted].flatMap(([extra_id, quantity]) =>
      quantity > 0 ? [{ extra_id, quantity }] : [],
    );
    setSent(wanted);
    await desk.change(() => changeExtras(line.id, extras));
    setSent((now) => (now === wanted ? null : now));
  }

  return (
    <div className={styles.line}>
      <div className={styles.row}>
        <h3>
          {line.name || t("gone")}
          {line.name && `, ${price}`}
        </h3>
        {bundle && <p className={styles.muted}>{tb("label", { name: bundle.name })}</p>}
        <Button
          kind="quiet"
          aria-label={t("removeNamed", { name: line.name })}
          onClick={() => void desk.change(() => removeLine(line.id))}
        >
          {t("remove")}
        </Button>
      </div>
      {bundle?.gap && <p role="status">{tb(`gap.${bundle.gap}`)}</p>}
      {service?.extras.map((extra) => {
        const name = `${line.id}-${extra.slug}`;
        return extra.max_quantity > 1 ? (
          <QuantityStepper
            key={extra.id}
            name={name}
            label={extra.name}
            value={counts.get(extra.id) ?? 0}
            max={extra.max_quantity}
            onChange={(count) => void setExtra(extra.id, count)}
          />
        ) : (
          <ChoiceCard
            key={extra.id}
            many
            name={name}
            value={extra.id}
            checked={(counts.get(extra.id) ?? 0) > 0}
            onChange={(event) => void setExtra(extra.id, event.target.checked ? 1 : 0)}
            title={extra.name}
            end={formatMoney({ amount: extra.price_amount, currency: line.currency }, locale)}
          />
        );
      })}
      {service && service.questions.length > 0 && (
        <Questions line={line} service={service} desk={desk} errorOf={errorOf} />
      )}
    </div>
  );
}

/** What the service asks, kept a moment after it was typed. */
function Questions({ line, service, desk, errorOf }: LineProps & { service: Service }) {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...line.answers }));
  const unsent = useRef<Record<string, Answer | null>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function flush() {
    clearTimeout(timer.current);
    const sending = unsent.current;
    if (Object.keys(sending).length === 0) return;
    unsent.current = {};
    void desk.change(() => saveAnswers(line.id, sending));
  }
  function set(question: string, answer: Answer | undefined) {
    setAnswers((now) => ({ ...now, [question]: answer }));
    unsent.current = { ...unsent.current, [question]: answer === "" ? null : (answer ?? null) };
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, QUIET_MS);
  }
  async function send(question: string, file: File) {
    const saved = await desk.attempt(() => sendFile(line.id, question, file));
    const sent = saved.lines.find((each) => each.id === line.id)?.answers[question];
    setAnswers((now) => ({ ...now, [question]: sent }));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; leaving a field saves it.
    <div className={styles.list} onBlur={flush}>
      {shownQuestions(service.questions, answers).map((question) => {
        const name = questionField(line.id, question.id);
        return (
          <QuestionField
            key={question.id}
            question={question}
            name={name}
            value={answers[question.id]}
            error={errorOf(name)}
            fileName={line.files.find((file) => file.id === answers[question.id])?.name}
            onChange={(answer) => set(question.id, answer)}
            onFile={(file) => send(question.id, file)}
          />
        );
      })}
    </div>
  );
}
