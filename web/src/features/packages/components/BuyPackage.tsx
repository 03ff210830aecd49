"use client";
// Puts a package into the basket and shows the basket.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { putPackage } from "../api";

export function BuyPackage({ id, name }: { id: string; name: string }) {
  const t = useTranslations("packages");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function buy() {
    setBusy(true);
    setProblem(null);
    try {
      await putPackage(id);
      router.push("/booking/?step=basket");
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" busy={busy} aria-label={t("buyNamed", { name })} onClick={() => void buy()}>
        {t("buy")}
      </Button>
    </>
  );
}
