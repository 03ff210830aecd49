"use client";
// Rules of booking that are different for this service; what is left empty is as the business says.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { type BusinessChoice, type Draft, NUMBER_RULES, type NumberRule, type Window } from "../../editing";
import styles from "./edit.module.css";

type Props = {
  draft: Draft;
  business: BusinessChoice | undefined;
  errors: Record<string, string>;
  onChange: (change: Partial<Draft>) => void;
};

const NAMES = Object.keys(NUMBER_RULES) as NumberRule[];
type BusinessWindow = { hours_before: number; refund_percent: number };

export function ServiceRules({ draft, business, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  const usual = business?.booking_rules ?? {};
  const usually = (name: NumberRule) => {
    const value = usual[name];
    return typeof value === "number" ? String(value / NUMBER_RULES[name]) : t("rule.none");
  };
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules">{t("rulesTitle")}</h2>
      <p className={styles.lead}>{t("rulesText")}</p>
      <div className={styles.pair}>
        {NAMES.map((name) => (
          <TextField
            key={name}
            name={`booking_rules.${name}`}
            label={t(`rule.${name}`)}
            help={t("rule.usual", { value: usually(name) })}
            optional
            inputMode="numeric"
            size={10}
            value={draft.numbers[name]}
            error={errors[`booking_rules.${name}`]}
            onChange={({ currentTarget }) =>
              onChange({ numbers: { ...draft.numbers, [name]: currentTarget.value } })
            }
          />
        ))}
        <SelectField
          name="booking_rules.approval"
          label={t("rule.approval")}
          optional
          value={draft.approval}
          error={errors["booking_rules.approval"]}
          onChange={({ currentTarget }) => onChange({ approval: currentTarget.value })}
        >
          <option value="">{t("rule.asBusiness")}</option>
          <option value="automatic">{t("rule.automatic")}</option>
          <option value="by_hand">{t("rule.byHand")}</option>
        </SelectField>
      </div>
      <CheckboxField
        name="own-windows"
        label={t("windows.own")}
        help={t("windows.usual", { windows: told(usual.cancellation_windows, t) })}
        checked={draft.windows !== null}
        onChange={({ currentTarget }) =>
          onChange({ windows: currentTarget.checked ? [{ hours: "24", percent: "100" }] : null })
        }
      />
      {draft.windows && (
        <Windows windows={draft.windows} errors={errors} onChange={(windows) => onChange({ windows })} />
      )}
    </section>
  );
}

function told(windows: unknown, t: ReturnType<typeof useTranslations<"catalogue">>): string {
  const found = Array.isArray(windows) ? (windows as BusinessWindow[]) : [];
  return found
    .map(({ hours_before, refund_percent }) =>
      t("windows.one", { hours: hours_before, percent: refund_percent }),
    )
    .join("; ");
}

type WindowsProps = {
  windows: Window[];
  errors: Record<string, string>;
  onChange: (windows: Window[]) => void;
};

function Windows({ windows, errors, onChange }: WindowsProps) {
  const t = useTranslations("catalogue");
  const path = "booking_rules.cancellation_windows";
  const set = (at: number, change: Partial<Window>) =>
    onChange(windows.map((window, index) => (index === at ? { ...window, ...change } : window)));
  return (
    <fieldset className={styles.card}>
      <legend>{t("windows.title")}</legend>
      {windows.map((window, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no name of their own and none keeps a state.
        <div key={index} className={styles.pair}>
          <TextField
            name={`${path}.${index}.hours_before`}
            label={t("windows.hours")}
            inputMode="numeric"
            size={10}
            value={window.hours}
            error={errors[`${path}.${index}.hours_before`]}
            onChange={({ currentTarget }) => set(index, { hours: currentTarget.value })}
          />
          <TextField
            name={`${path}.${index}.refund_percent`}
            label={t("windows.percent")}
            inputMode="numeric"
            size={10}
            value={window.percent}
            error={errors[`${path}.${index}.refund_percent`]}
            onChange={({ currentTarget }) => set(index, { percent: currentTarget.value })}
          />
          <Button
            kind="quiet"
            aria-label={t("windows.removeOf", { number: index + 1 })}
            onClick={() => onChange(windows.filter((_, at) => at !== index))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      {windows.length === 0 && <p>{t("windows.never")}</p>}
      <div>
        <Button onClick={() => onChange([...windows, { hours: "12", percent: "50" }])}>
          {t("windows.add")}
        </Button>
      </div>
    </fieldset>
  );
}
