"use client";
// Too near, or moved too often, for the pages; a person can still help.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import type { Problem } from "@/lib/api/problem";
import { goToFragment } from "../hooks";
import { type Order, writeFragment } from "../rules";

export function TooLate({ problem, order, token }: { problem: Problem; order: Order; token: string }) {
  const t = useTranslations("track");
  const often = problem.extra.reason === "limit_reached";
  return (
    <EmptyState
      icon="phone"
      title={t("tooLateTitle")}
      action={
        <Button onClick={() => goToFragment(writeFragment(token), { replace: true })}>{t("back")}</Button>
      }
    >
      <p>{t(often ? "tooOften" : "tooLate")}</p>
      <ContactLinks phone={String(problem.extra.business_phone ?? order.business_phone)} />
    </EmptyState>
  );
}
