"use client";
// Questions that nobody is asked any more, and the way back for each.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import type { FormQuestion } from "../../editing";
import styles from "./edit.module.css";

type Props<Q> = { questions: Q[]; onBring: (question: Q) => void };

export function PutAway<Q extends FormQuestion>({ questions, onBring }: Props<Q>) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  return (
    <section className={styles.section} aria-labelledby="asks-no-more">
      <h3 id="asks-no-more">{t("awayTitle")}</h3>
      <p className={styles.lead}>{t("awayText")}</p>
      <ul className={styles.rows}>
        {questions.map((question) => {
          const name = question.label[locale] || question.label.en || Object.values(question.label)[0] || "";
          return (
            <li key={question.id} className={styles.row}>
              <p className={styles.what}>{name}</p>
              <div className={styles.buttons}>
                <Button
                  kind="quiet"
                  aria-label={t("bringBackOf", { name })}
                  onClick={() => onBring(question)}
                >
                  {t("bringBack")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
