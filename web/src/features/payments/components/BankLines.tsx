"use client";
// Money in by the bank with the orders it may be for: the sure ones booked together, the others one by one.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDate } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { bookLines, setLineAside } from "../api";
import { type BankLine, linesOf, type Proposal } from "../rules";
import styles from "./payments.module.css";

const AT_ONCE = 100;
type Pair = { line_id: string; order_number: string };

export function BankLines({ lines }: { lines: BankLine[] }) {
  const t = useTranslations("transfersTeam");
  const { busy, problem, refused, book, putAside } = useLines();
  const sure = linesOf(lines, "sure").slice(0, AT_ONCE);
  const pairs = sure.flatMap(({ id, proposals: [first] }) =>
    first ? [{ line_id: id, order_number: first.order_number }] : [],
  );
  if (lines.length === 0 && refused === 0)
    return (
      <EmptyState icon="check" heading="h2" title={t("nothingOpen")}>
        <p>{t("nothingOpenText")}</p>
      </EmptyState>
    );
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {refused > 0 && <Notice tone="warn" role="alert" title={t("refused", { count: refused })} />}
      {sure.length > 0 && (
        <section aria-labelledby="lines-sure">
          <h2 id="lines-sure">{t("sure")}</h2>
          <ul className={styles.lines}>
            {sure.map((line) => (
              <li key={line.id}>
                <Told line={line} />
                {line.proposals.map((each) => (
                  <p key={each.order_number} className={styles.line}>
                    <Link href={`/ad/orders/${each.order_number}/`}>{each.order_number}</Link>
                    <bdi>{each.customer_name}</bdi>
                  </p>
                ))}
              </li>
            ))}
          </ul>
          <Button kind="main" busy={busy === "sure"} onClick={() => void book("sure", pairs)}>
            {t("bookSure", { count: sure.length })}
          </Button>
        </section>
      )}
      {(["unsure", "none"] as const).map((match) => {
        const found = linesOf(lines, match);
        if (found.length === 0) return null;
        return (
          <section key={match} aria-labelledby={`lines-${match}`}>
            <h2 id={`lines-${match}`}>{t(match)}</h2>
            <ul className={styles.lines}>
              {found.map((line) => (
                <li key={line.id}>
                  <Told line={line} />
                  <Choice
                    line={line}
                    busy={busy === line.id}
                    onBook={(number) => void book(line.id, [{ line_id: line.id, order_number: number }])}
                    onAside={() => void putAside(line.id, true)}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** What was booked or set aside lately. */
export function DoneLines({ lines, title }: { lines: BankLine[]; title: string }) {
  const t = useTranslations("transfersTeam");
  const locale = useLocale();
  const { busy, problem, putAside } = useLines();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <Told line={line}>
              {line.order_number && (
                <Link href={`/ad/orders/${line.order_number}/`}>{line.order_number}</Link>
              )}
            </Told>
            {line.surplus_amount > 0 && (
              <p className={styles.text}>
                {t("surplus", {
                  amount: formatMoney({ amount: line.surplus_amount, currency: line.currency }, locale, {
                    exact: true,
                  }),
                })}
              </p>
            )}
            {line.is_aside && (
              <div>
                <Button kind="quiet" busy={busy === line.id} onClick={() => void putAside(line.id, false)}>
                  {t("back")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function useLines() {
  const t = useTranslations("transfersTeam");
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refused, setRefused] = useState(0);
  async function send(key: string, work: () => Promise<void>) {
    if (busy) return;
    setBusy(key);
    setProblem(null);
    try {
      await work();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }
  const book = (key: string, pairs: Pair[]) =>
    send(key, async () => {
      const made = await bookLines(pairs);
      setRefused(made.refused.length);
      if (made.booked.length > 0) toast(t("booked", { count: made.booked.length }));
    });
  const putAside = (id: string, aside: boolean) =>
    send(id, async () => {
      await setLineAside(id, aside);
    });
  return { busy, problem, refused, book, putAside };
}

function Told({ line, children }: { line: BankLine; children?: ReactNode }) {
  const t = useTranslations("transfersTeam");
  const locale = useLocale();
  return (
    <>
      <p className={styles.line}>
        <span>
          {formatDate(line.booked_on, locale)}
          {line.payer && (
            <>
              {" · "}
              <bdi>{t("from", { payer: line.payer })}</bdi>
            </>
          )}
        </span>
        {children}
        <strong>
          {formatMoney({ amount: line.amount, currency: line.currency }, locale, { exact: true })}
        </strong>
      </p>
      {line.text && (
        <p className={styles.text}>
          <bdi>{line.text}</bdi>
        </p>
      )}
    </>
  );
}

type ChoiceProps = { line: BankLine; busy: boolean; onBook: (number: string) => void; onAside: () => void };

function Choice({ line, busy, onBook, onAside }: ChoiceProps) {
  const t = useTranslations("transfersTeam");
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency: line.currency }, locale, { exact: true });
  const [chosen, setChosen] = useState(line.proposals[0]?.order_number ?? "");
  const [typed, setTyped] = useState("");
  const picked = line.proposals.find(({ order_number }) => order_number === chosen);
  const number = picked ? chosen : typed.trim();
  const words = (each: Proposal) =>
    `${each.order_number}, ${each.customer_name}: ${
      each.expected_amount > 0 ? t("expected", { amount: money(each.expected_amount) }) : t("nothing")
    } (${each.reasons.map((why) => t(`why.${why as "reference" | "name" | "amount"}`)).join(", ")})`;
  return (
    <>
      {line.proposals.length > 0 && (
        <SelectField
          name={`order-${line.id}`}
          label={t("orderFor")}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {line.proposals.map((each) => (
            <option key={each.order_number} value={each.order_number}>
              {words(each)}
            </option>
          ))}
          <option value="">{t("otherOrder")}</option>
        </SelectField>
      )}
      {picked && picked.difference !== 0 && (
        <p className={styles.text}>
          {t(picked.difference < 0 ? "missing" : "over", { amount: money(Math.abs(picked.difference)) })}
        </p>
      )}
      {!picked && (
        <TextField
          name={`number-${line.id}`}
          label={t("number")}
          size={20}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className={styles.ways}>
        <Button busy={busy} disabled={!number} onClick={() => onBook(number)}>
          {t("book")}
        </Button>
        <Button kind="quiet" onClick={onAside}>
          {t("aside")}
        </Button>
      </div>
    </>
  );
}
