"use client";
// Recovery codes, for the day the telephone is lost. They are shown once.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useGuarded } from "@/features/proof/useGuarded";
import { makeCodes } from "../api";
import { useFactors } from "../hooks";
import styles from "./security.module.css";

export function CodesSection() {
  const t = useTranslations("security.codes");
  const { data = [], refetch } = useFactors();
  const { busy, run, notice } = useGuarded();
  const [codes, setCodes] = useState<string[]>([]);
  const kept = data.find((factor) => factor.type === "recovery_codes");
  if (!data.some((factor) => factor.type !== "recovery_codes")) return null;

  const make = () =>
    run(async () => {
      setCodes(await makeCodes());
      await refetch();
    });

  return (
    <section className={styles.section} aria-labelledby="s-codes">
      <h2 id="s-codes">{t("title")}</h2>
      <p className={styles.muted}>{t("lead")}</p>
      {kept && <p>{t("left", { count: kept.unused_code_count })}</p>}
      {codes.length > 0 && (
        <>
          <p>{t("keep")}</p>
          <ul className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
      {notice}
      <Button busy={busy} onClick={() => void make()}>
        {t("make")}
      </Button>
    </section>
  );
}
