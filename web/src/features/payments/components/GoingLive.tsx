// What is done of going live with a company, and what is left. Looked at by the server, never ticked by hand.
import { useTranslations } from "next-intl";
import type { Checklist } from "../rules";
import styles from "./payments.module.css";

export function GoingLive({ checklist }: { checklist: Checklist }) {
  const t = useTranslations("paymentsTeam.goingLive");
  const done = checklist.steps.filter((step) => step.is_done).length;
  return (
    <details>
      <summary>
        {t(checklist.mode === "live" ? "live" : "test", { done, all: checklist.steps.length })}
      </summary>
      <ul className={styles.paid}>
        {checklist.steps.map(({ name, is_done }) => (
          <li key={name}>
            <span aria-hidden="true">{is_done ? "✓" : "○"}</span>{" "}
            <span className="visually-hidden">{t(is_done ? "done" : "toDo")}: </span>
            {t(`step.${name}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
