"use client";
// "Continue with Google": one button for each company whose keys are set, and nothing without any.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { keepFragment, startWith } from "../api";
import type { Company } from "../companies";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = {
  companies: Company[];
  next: string | null;
  /** On the way back from a company there is no form above to choose from. */
  again?: boolean;
};

export function CompanyButtons({ companies, next, again = false }: Props) {
  const t = useTranslations("account.company");
  const [refused, setRefused] = useState<{ company: string; why: "unreachable" | "tooMany" } | null>(null);
  const { busy, problem, attempt } = useTry();
  if (companies.length === 0) return null;

  const start = ({ id, name }: Company) =>
    attempt(async () => {
      setRefused(null);
      const came = await startWith(id, next);
      if ("why" in came) return setRefused({ company: name, why: came.why });
      keepFragment();
      window.location.assign(came.url);
      await new Promise(() => {}); // busy until the company's page is there
    });

  return (
    <div className={styles.companies}>
      {!again && <p className={styles.or}>{t("or")}</p>}
      {refused && <Notice tone="warn" role="alert" title={t(refused.why, { company: refused.company })} />}
      {problem && <ProblemNotice problem={problem} />}
      {companies.map((company) => (
        <Button
          key={company.id}
          wide
          busy={busy}
          {...(again && { kind: "main" })}
          onClick={() => start(company)}
        >
          {t(again ? "again" : "with", { company: company.name })}
        </Button>
      ))}
    </div>
  );
}
