"use client";
// A bank's statement sent in; where its columns are not known, the reader says which is which and sends it again.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { sendStatement } from "../api";
import { BANK_COLUMNS, type BankColumn, columnsIn } from "../rules";
import styles from "./payments.module.css";

type Props = { businesses: { slug: string; name: string }[] };
type Sent = Awaited<ReturnType<typeof sendStatement>>;
const REASONS = ["too_large", "no_text", "too_many", "empty", "dates", "currency"] as const;

export function StatementForm({ businesses }: Props) {
  const t = useTranslations("transfersTeam");
  const router = useRouter();
  const [business, setBusiness] = useState(businesses[0]?.slug ?? "");
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const [columns, setColumns] = useState<Partial<Record<BankColumn, number>>>({});
  const unknown = problem?.code === "statement_columns" ? columnsIn(problem.extra) : null;
  const reason = REASONS.find((each) => each === problem?.extra.reason);

  async function send() {
    setTried(true);
    if (!file || busy) return;
    setBusy(true);
    setSent(null);
    try {
      setSent(await sendStatement(business, file, unknown ? columns : {}));
      setProblem(null);
      setColumns({});
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {sent && (
        <Notice tone="good" role="status" title={t("sent", { count: sent.new })}>
          <p>{t("sentMore", { known: sent.known, left: sent.left_out, unreadable: sent.unreadable })}</p>
        </Notice>
      )}
      {problem && !unknown && !reason && <ProblemNotice problem={problem} />}
      {businesses.length > 1 && (
        <SelectField
          name="statement-business"
          label={t("business")}
          value={business}
          onChange={(event) => setBusiness(event.target.value)}
        >
          {businesses.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        type="file"
        name="statement-file"
        label={t("file")}
        help={t("fileHelp")}
        error={tried && !file ? t("noFile") : reason ? t(`unreadable.${reason}`) : undefined}
        accept=".csv,text/csv"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          setProblem(null);
        }}
      />
      {unknown && <Columns {...unknown} chosen={columns} onChange={setColumns} />}
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

type ColumnsProps = {
  titles: string[];
  rows: string[][];
  chosen: Partial<Record<BankColumn, number>>;
  onChange: (chosen: Partial<Record<BankColumn, number>>) => void;
};

function Columns({ titles, rows, chosen, onChange }: ColumnsProps) {
  const t = useTranslations("transfersTeam");
  const example = (number: number) => rows.map((row) => row[number]).find(Boolean);
  return (
    <>
      <Notice tone="warn" role="alert" title={t("columnsTitle")}>
        <p>{t("columnsText")}</p>
      </Notice>
      {BANK_COLUMNS.map((name) => (
        <SelectField
          key={name}
          name={`column-${name}`}
          label={t(`column.${name}`)}
          value={String(chosen[name] ?? "")}
          onChange={({ target: { value } }) => {
            const { [name]: _, ...others } = chosen;
            onChange(value ? { ...others, [name]: Number(value) } : others);
          }}
        >
          <option value="">{t("noColumn")}</option>
          {titles.map((title, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its number alone.
            <option key={number} value={number}>
              {[title || number + 1, example(number)].filter(Boolean).join(": ")}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  );
}
