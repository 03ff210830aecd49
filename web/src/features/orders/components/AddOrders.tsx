"use client";
// One press that adds orders booked as a guest to the reader's account.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addToAccount } from "../api";

type Props = { orders: string[]; token?: string; label: string; onAdded?: () => void };

export function AddOrders({ orders, token, label, onAdded }: Props) {
  const t = useTranslations("joining");
  const [state, setState] = useState<"idle" | "busy" | "added">("idle");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add() {
    setState("busy");
    setProblem(null);
    try {
      await addToAccount(orders, token);
      setState("added");
      onAdded?.();
    } catch (error) {
      setProblem(problemOf(error));
      setState("idle");
    }
  }

  if (state === "added")
    return (
      <Notice tone="good" role="status">
        <p>{t("added")}</p>
        <p>
          <ButtonLink href="/cus/orders/">{t("see")}</ButtonLink>
        </p>
      </Notice>
    );
  return (
    <>
      {problem?.status === 404 && <Notice tone="warn" role="alert" title={t("gone")} />}
      {problem && problem.status !== 404 && <ProblemNotice problem={problem} />}
      <p>
        <Button busy={state === "busy"} onClick={() => void add()}>
          {label}
        </Button>
      </p>
    </>
  );
}
