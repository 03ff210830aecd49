"use client";
// Who is it for? Checked when a field is left; nothing typed is ever lost.
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { TextArea, TextField } from "@/components/ui/Field";
import { noAnswer, type Problem } from "@/lib/api/problem";
import { useJourney } from "../hooks";
import { hasOnlyGoods } from "../rules";
import { type DetailName, faultOf, maxLengths, requiredDetails, shownDetails } from "../schema";
import { AddressFields } from "./AddressFields";
import styles from "./journey.module.css";
import { StepFrame } from "./StepFrame";
import { useDetails } from "./useDetails";

const missing = ["name", "email", "phone", "line1", "town"] as const;

/** What is wrong with an answer, in words. */
function useFaults(required: DetailName[]) {
  const t = useTranslations("booking.details");
  return (name: DetailName, value: string): string | undefined => {
    const fault = faultOf(name, value, required.includes(name));
    if (!fault) return undefined;
    if (fault.kind === "tooLong") return t("tooLong", { max: fault.max, length: fault.length });
    if (fault.kind === "wrong") return t(name === "email" ? "wrongEmail" : "wrongPhone");
    const known = missing.find((each) => each === name);
    return known && t(`missing.${known}`);
  };
}

export function DetailsStep() {
  const t = useTranslations("booking.details");
  const { basket, go, detailErrors, setDetailErrors } = useJourney();
  const needsAddress = basket?.needs_address ?? false;
  const { values, set, flush, state, unsent } = useDetails();
  const onlyGoods = hasOnlyGoods(basket);
  const required = requiredDetails(needsAddress, onlyGoods);
  const fault = useFaults(required);
  const [left, setLeft] = useState<ReadonlySet<DetailName>>(new Set());
  const [attempt, setAttempt] = useState(Object.keys(detailErrors).length > 0 ? 1 : 0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = shownDetails(needsAddress, onlyGoods);
  const errorOf = (name: DetailName) =>
    detailErrors[name] || (attempt > 0 || left.has(name) ? fault(name, values[name]) : undefined);

  function write(given: Partial<Record<DetailName, string>>) {
    const answers = Object.entries(given) as [DetailName, string][];
    if (answers.some(([name]) => detailErrors[name]))
      setDetailErrors({ ...detailErrors, ...Object.fromEntries(answers.map(([name]) => [name, ""])) });
    for (const [name, value] of answers) set(name, value);
  }
  function field(name: DetailName) {
    return {
      name,
      label: t(name === "access_notes" ? "access" : name),
      value: values[name],
      error: errorOf(name),
      optional: !required.includes(name),
      onChange: (event: { target: { value: string } }) => write({ [name]: event.target.value }),
      onBlur: () => {
        if (values[name] !== "") setLeft((now) => new Set([...now, name]));
        void flush();
      },
    } satisfies Partial<ComponentProps<typeof TextField>>;
  }

  async function send() {
    setProblem(null);
    if (shown.some((name) => fault(name, values[name]))) return setAttempt((count) => count + 1);
    setBusy(true);
    await flush();
    setBusy(false);
    if (unsent()) return setProblem(noAnswer);
    setDetailErrors({});
    go("payment");
  }

  const problems = shown.flatMap((name) => {
    const error = errorOf(name);
    return error && attempt > 0 ? [{ name, error }] : [];
  });
  return (
    <StepFrame
      title={t("title")}
      lead={t("lead")}
      action={t("continue")}
      busy={busy}
      onSubmit={() => void send()}
      problem={problem}
      holds
      notice={<ErrorSummary problems={problems} attempt={attempt} />}
      below={
        <p className={styles.muted} role="status">
          {state === "failed" ? t("notSaved") : t("saved")}
        </p>
      }
    >
      <TextField {...field("name")} autoComplete="name" autoCapitalize="words" dir="auto" />
      <TextField
        {...field("email")}
        help={t(onlyGoods ? "emailHelpGoods" : "emailHelp")}
        type="email"
        autoComplete="email"
        inputMode="email"
      />
      {shown.includes("phone") && (
        <TextField {...field("phone")} help={t("phoneHelp")} type="tel" autoComplete="tel" size={20} />
      )}
      {needsAddress && <AddressFields field={field} write={write} />}
      {shown.includes("notes") && (
        <TextArea
          {...field("notes")}
          autoComplete="off"
          dir="auto"
          rows={3}
          maxLength={maxLengths.notes * 4}
        />
      )}
    </StepFrame>
  );
}
