"use client";
// Says that no real money moves, where the company that would take it is in test mode or a stand-in.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import { testMethods } from "../api";

type Props = {
  /** The ways it may be paid by, or the chosen one alone. */
  methods: readonly string[];
  currency: string;
  className?: string | undefined;
};

export function TestNotice({ methods, currency, className = "" }: Props) {
  const t = useTranslations("payments");
  const { data: tests = [] } = useQuery({
    queryKey: ["test payment methods", currency],
    queryFn: ({ signal }) => testMethods(currency, signal),
    enabled: methods.length > 0,
    staleTime: 60_000,
  });
  if (!methods.some((method) => tests.includes(method))) return null;
  return (
    <Notice tone="warn" title={t("testTitle")} className={className}>
      <p>{t("testText")}</p>
    </Notice>
  );
}
