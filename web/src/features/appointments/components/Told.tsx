"use client";
// What stands where the server is asked what something would mean: that it is asked, that it could not say, or that it refused.
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { type Problem, problemOf } from "@/lib/api/problem";

type Props = { error: unknown; problem: Problem | null; waits: boolean; onRetry: () => unknown };

export function Told({ error, problem, waits, onRetry }: Props) {
  const t = useTranslations("change");
  return (
    <>
      {error != null && <ProblemNotice problem={problemOf(error)} onRetry={() => void onRetry()} />}
      {problem && <ProblemNotice problem={problem} />}
      {waits && error == null && (
        <Loading label={t("loadingMoney")}>
          <Skeleton height="4em" />
        </Loading>
      )}
    </>
  );
}
