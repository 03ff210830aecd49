// What was refused to somebody of the team who asks for money or charges a card, in words of our own.
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Problem } from "@/lib/api/problem";
import { askRefusal } from "../rules";

export function AskProblem({ problem }: { problem: Problem }) {
  const t = useTranslations("paymentsTeam.ask.refused");
  const known = askRefusal(problem.code);
  const seconds = Number(problem.extra.wait_seconds) || 60;
  if (!known) return <ProblemNotice problem={problem} />;
  return <ProblemNotice problem={problem} title={t(known, { seconds })} />;
}
