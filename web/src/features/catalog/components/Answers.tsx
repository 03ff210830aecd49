// What was answered to a service's own questions, as it was sold.
import { useLocale, useTranslations } from "next-intl";
import type { components } from "@/lib/api/schema";
import { formatDate } from "@/lib/datetime/format";
import styles from "./Answers.module.css";

export type SoldAnswer = components["schemas"]["AnswerOut"];

/** Needs the texts under "questions". Shows nothing where nothing was asked. */
export function Answers({ answers }: { answers: readonly SoldAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <dl className={styles.answers}>
      {answers.map((answer) => (
        <div key={answer.id}>
          <dt>{answer.label}</dt>
          <dd>
            <Said answer={answer} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ answer }: { answer: SoldAnswer }) {
  const t = useTranslations("questions");
  const locale = useLocale();
  const { kind, text = "", is_yes, file } = answer;
  if (file) {
    // Another page, opened beside this one: a picture is shown there, a PDF is saved.
    return (
      <a href={file.address} target="_blank" rel="noreferrer">
        {file.name}
      </a>
    );
  }
  if (typeof is_yes === "boolean") return t(is_yes ? "yes" : "no");
  if (kind === "date") return formatDate(text, locale, { year: true });
  return <bdi className={styles.text}>{text}</bdi>;
}
