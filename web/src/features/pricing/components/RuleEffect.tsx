"use client";
// What a rule does: more or less, by how much, and by what it is counted.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { CheckboxField, FieldError, SelectField, TextField } from "@/components/ui/Field";
import styles from "@/features/catalog/components/edit/edit.module.css";
import type { Question } from "@/features/catalog/questions";
import { EFFECTS, MEASURES, type RuleDraft } from "../rules";
import { QuestionSelect } from "./QuestionSelect";

type Props = {
  draft: RuleDraft;
  currency: string;
  questions: Question[];
  errors: Record<string, string>;
  set: (change: Partial<RuleDraft>) => void;
};

export function RuleEffect({ draft, currency, questions, errors, set }: Props) {
  const t = useTranslations("pricing.effect");
  const { kind, measure } = draft;
  const counted = kind === "each" || kind === "table";
  return (
    <fieldset className={styles.card}>
      <legend>{t("title")}</legend>
      <div className={styles.pair}>
        <SelectField
          name="effect.kind"
          label={t("kind")}
          value={kind}
          onChange={({ currentTarget }) =>
            set({ kind: EFFECTS.find((each) => each === currentTarget.value) ?? "percent" })
          }
        >
          {EFFECTS.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </SelectField>
        {kind !== "table" && (
          <SelectField
            name="direction"
            label={t("direction")}
            value={draft.less ? "less" : "more"}
            onChange={({ currentTarget }) => set({ less: currentTarget.value === "less" })}
          >
            <option value="more">{t("more")}</option>
            <option value="less">{t("less")}</option>
          </SelectField>
        )}
      </div>
      {kind === "percent" && (
        <TextField
          name="effect.percent_bp"
          label={t("percentLabel")}
          help={t("percentHelp")}
          inputMode="decimal"
          size={4}
          value={draft.percent}
          error={errors["effect.percent_bp"]}
          onChange={({ currentTarget }) => set({ percent: currentTarget.value })}
        />
      )}
      {(kind === "amount" || kind === "each") && (
        <TextField
          name="effect.amount"
          label={t("amountIn", { currency })}
          inputMode="decimal"
          size={10}
          value={draft.amount}
          error={errors["effect.amount"]}
          onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
        />
      )}
      {counted && (
        <SelectField
          name="effect.measure"
          label={t("measure")}
          value={measure}
          onChange={({ currentTarget }) =>
            set({ measure: MEASURES.find((each) => each === currentTarget.value) ?? "answer" })
          }
        >
          {MEASURES.map((each) => (
            <option key={each} value={each}>
              {t(`measures.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
      {counted && measure === "answer" && (
        <QuestionSelect
          name="effect.question"
          label={t("question")}
          none={t("chooseQuestion")}
          questions={questions.filter(
            ({ kind: asked }) =>
              asked === "number" || (kind === "table" && ["choice", "choices", "yes_no"].includes(asked)),
          )}
          value={draft.question}
          error={errors["effect.question"]}
          onChange={(question) => set({ question, rows: [{ key: "", amount: "" }] })}
        />
      )}
      {kind === "each" && (
        <div className={styles.pair}>
          <TextField
            name="effect.included"
            label={t("included")}
            help={t("includedHelp")}
            inputMode="numeric"
            size={4}
            value={draft.included}
            error={errors["effect.included"]}
            onChange={({ currentTarget }) => set({ included: currentTarget.value })}
          />
          <TextField
            name="effect.unit"
            label={t("unit")}
            help={t("unitHelp")}
            inputMode="numeric"
            size={4}
            value={draft.unit}
            error={errors["effect.unit"]}
            onChange={({ currentTarget }) => set({ unit: currentTarget.value })}
          />
        </div>
      )}
      {kind === "table" && (
        <Rows draft={draft} currency={currency} questions={questions} errors={errors} set={set} />
      )}
      {kind !== "percent" && (
        <CheckboxField
          name="effect.per_seat"
          label={t("perSeat")}
          checked={draft.perSeat}
          onChange={({ currentTarget }) => set({ perSeat: currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

function Rows({ draft, currency, questions, errors, set }: Props) {
  const t = useTranslations("pricing.effect");
  const tw = useTranslations("pricing.when");
  const { rows } = draft;
  const asked = draft.measure === "answer" ? questions.find(({ id }) => id === draft.question) : undefined;
  const options =
    asked?.kind === "yes_no"
      ? [
          { key: "yes", label: tw("yes") },
          { key: "no", label: tw("no") },
        ]
      : (asked?.options ?? []);
  const change = (place: number, part: Partial<(typeof rows)[number]>) =>
    set({ rows: rows.map((row, index) => (index === place ? { ...row, ...part } : row)) });
  return (
    <fieldset className={styles.card} id="effect.rows" tabIndex={-1}>
      <legend>{t("rows")}</legend>
      <p className={styles.lead}>{t("rowsHelp")}</p>
      {rows.map((row, index) => {
        const at = `effect.rows.${index}`;
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
          <div key={index} className={styles.pair}>
            {options.length > 0 ? (
              <SelectField
                name={`${at}.key`}
                label={t("rowAnswer", { number })}
                value={row.key}
                error={errors[`${at}.key`]}
                onChange={({ currentTarget }) => change(index, { key: currentTarget.value })}
              >
                <option value="" />
                {options.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </SelectField>
            ) : (
              <TextField
                name={`${at}.key`}
                label={t("rowFrom", { number })}
                inputMode="numeric"
                size={4}
                value={row.key}
                error={errors[`${at}.key`]}
                onChange={({ currentTarget }) => change(index, { key: currentTarget.value })}
              />
            )}
            <TextField
              name={`${at}.amount`}
              label={t("rowAmount", { number, currency })}
              size={10}
              value={row.amount}
              error={errors[`${at}.amount`]}
              onChange={({ currentTarget }) => change(index, { amount: currentTarget.value })}
            />
            <div>
              <Button
                kind="quiet"
                disabled={rows.length === 1}
                onClick={() => set({ rows: rows.filter((_, place) => place !== index) })}
              >
                {t("rowRemove", { number })}
              </Button>
            </div>
          </div>
        );
      })}
      <FieldError name="effect.rows" error={errors["effect.rows"]} />
      <div>
        <Button onClick={() => set({ rows: [...rows, { key: "", amount: "" }] })}>{t("rowAdd")}</Button>
      </div>
    </fieldset>
  );
}
