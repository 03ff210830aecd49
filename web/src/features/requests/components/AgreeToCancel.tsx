"use client";
// Saying yes to calling a visit off: how much goes back, each choice to the penny before it is made.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { Buttons } from "@/features/appointments/components/Change";
import { Back, Kept } from "@/features/appointments/components/MoneyBack";
import { amountOf } from "@/features/catalog/editing";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { acceptCancel, fetchRequestMoney, type RequestMoney } from "../api";
import { BACK_BY, type BackBy, type TeamRequest } from "../rules";
import styles from "./requests.module.css";

type Props = {
  request: TeamRequest;
  /** Their first name. */
  name: string;
  onBack: () => void;
  onDone: () => void;
};

export function AgreeToCancel({ request, name, onBack, onDone }: Props) {
  const t = useTranslations("requests.agreeing");
  const tc = useTranslations("change");
  const [back, setBack] = useState<BackBy>("policy");
  const [typed, setTyped] = useState("");
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const locale = useLocale();
  const byPolicy = useMoney(request, "policy", 0, true);
  const { data: policy } = byPolicy;
  const amount = policy ? amountOf(typed, policy.currency) : null;
  const fits =
    policy !== undefined && amount !== null && amount >= policy.least_amount && amount <= policy.most_amount;
  const chosen = useMoney(request, back, back === "amount" ? (amount ?? 0) : 0, back !== "amount" || fits);
  const shown = back === "amount" && !fits ? undefined : chosen.data;
  const money = (value: number) =>
    formatMoney({ amount: value, currency: policy?.currency ?? "GBP" }, locale, { exact: true });
  const error = byPolicy.error ?? chosen.error;
  const canChoose = policy !== undefined && policy.most_amount > policy.least_amount;
  const fault =
    tries > 0 && back === "amount" && !fits && policy
      ? t("between", { least: money(policy.least_amount), most: money(policy.most_amount) })
      : undefined;

  async function send() {
    if (back === "amount" && !fits) return setTries((count) => count + 1);
    if (sending.current || !shown) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await acceptCancel(request, back, amount ?? 0, shown);
      onDone();
    } catch (refused) {
      setProblem(problemOf(refused));
      await Promise.all([byPolicy.refetch(), chosen.refetch()]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return (
    <section aria-label={t("title", { name })} className={styles.answers}>
      <h4>{t("title", { name })}</h4>
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void byPolicy.refetch()} />}
      {problem && <ProblemNotice problem={problem} />}
      {!policy && !error && (
        <Loading label={tc("loadingMoney")}>
          <Skeleton height="6em" />
        </Loading>
      )}
      {policy && (
        <>
          <ChoiceGroup name={`back-${request.id}`} legend={t("how")}>
            {BACK_BY.filter((each) => canChoose || each !== "amount").map((each) => (
              <ChoiceCard
                key={each}
                name={`back-${request.id}`}
                value={each}
                title={t(`by.${each}`)}
                checked={back === each}
                onChange={() => setBack(each)}
                end={
                  each === "policy"
                    ? money(policy.refund_amount)
                    : each === "all"
                      ? money(policy.most_amount)
                      : undefined
                }
              />
            ))}
          </ChoiceGroup>
          {back === "amount" && (
            <TextField
              name={`amount-${request.id}`}
              label={t("amount", { least: money(policy.least_amount), most: money(policy.most_amount) })}
              inputMode="decimal"
              size={10}
              value={typed}
              error={fault}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {shown && <Meaning found={shown} />}
          {shown && <Kept found={shown} />}
          <p>{t("text", { name })}</p>
          <Buttons>
            <Button kind="danger" busy={busy} onClick={() => void send()}>
              {tc("team.cancelYes")}
            </Button>
            <Button onClick={onBack}>{tc("back")}</Button>
          </Buttons>
        </>
      )}
    </section>
  );
}

/** What this choice means: what goes back, what is kept, owed or let go. */
function Meaning({ found }: { found: RequestMoney }) {
  const t = useTranslations("requests.agreeing");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  return (
    <Notice
      tone={found.fee_amount > 0 ? "warn" : "note"}
      title={found.fee_amount > 0 ? t("fee", { fee: money(found.fee_amount) }) : t("noFee")}
    >
      {found.by_law && <p>{t("byLaw")}</p>}
      {found.owed_amount > 0 && (
        <p>
          {found.charged_to
            ? t("charged", { owed: money(found.owed_amount), to: found.charged_to })
            : t("owed", { owed: money(found.owed_amount) })}
        </p>
      )}
      {found.waived_amount > 0 && <p>{t("waived", { waived: money(found.waived_amount) })}</p>}
      <Back found={found} />
    </Notice>
  );
}

function useMoney(request: TeamRequest, back: BackBy, amount: number, enabled: boolean) {
  return useQuery({
    queryKey: ["request-money", request.id, request.revision, back, amount],
    queryFn: ({ signal }) => fetchRequestMoney(request.id, back, amount, signal),
    enabled,
    staleTime: 0,
    gcTime: 0,
  });
}
