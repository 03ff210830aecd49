// Where we are in a journey of several pages: "Step 3 of 8: Time", with a way back to what is done.
import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import styles from "./Steps.module.css";

export type Step = {
  name: string;
  /** Where this step can be opened again; only used for steps before the current one. */
  href?: string;
};

type Props = {
  steps: Step[];
  current: number;
  /** Goes to a step without loading a page; the links stay real ones for a new tab. */
  onGo?: (index: number) => void;
};

/** `current` counts from 0. On a phone it is one line and a bar; the names stand out on a desk. */
export function Steps({ steps, current, onGo }: Props) {
  const t = useTranslations("ui");
  const step = steps[current];
  if (!step) return null;
  const back = steps[current - 1];
  const going = (index: number) =>
    onGo && {
      onNavigate: (event: { preventDefault: () => void }) => {
        event.preventDefault();
        onGo(index);
      },
    };
  return (
    <nav className={styles.steps} aria-label={t("steps.label")}>
      <div className={styles.line}>
        <p className={styles.now}>
          {t("steps.now", { number: current + 1, count: steps.length, name: step.name })}
        </p>
        {back?.href && (
          <Link
            className={styles.back}
            href={back.href}
            prefetch={false}
            aria-label={t("steps.backTo", { name: back.name })}
            {...going(current - 1)}
          >
            {t("steps.back")}
          </Link>
        )}
      </div>
      <ol className={styles.list}>
        {steps.map((each, index) => (
          <li
            key={each.name}
            className={styles.item}
            data-state={index < current ? "done" : index === current ? "now" : "next"}
            aria-current={index === current ? "step" : undefined}
          >
            {index < current && each.href ? (
              <Link href={each.href} className={styles.name} prefetch={false} {...going(index)}>
                {each.name}
              </Link>
            ) : (
              <span className={styles.name}>{each.name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
