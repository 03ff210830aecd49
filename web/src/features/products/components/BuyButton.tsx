"use client";
// Puts a product into the basket and shows the basket.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { putInBasket } from "../api";

export function BuyButton({ product }: { product: string }) {
  const t = useTranslations("products");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function buy() {
    setBusy(true);
    setProblem(null);
    try {
      await putInBasket(product);
      router.push("/booking/?step=basket");
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" busy={busy} onClick={() => void buy()}>
        {t("buy")}
      </Button>
    </>
  );
}
