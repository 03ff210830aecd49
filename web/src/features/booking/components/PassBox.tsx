"use client";
// Visits of packages that pay for lines of the basket: chosen for each line, and packages named by their codes.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatDate } from "@/lib/datetime/format";
import { dropPass, namePass, takePass } from "../api";
import { useJourney } from "../hooks";
import type { Basket, BasketLine } from "../rules";
import { CodeEntry } from "./CodeEntry";
import styles from "./journey.module.css";
import { useCodeCalls } from "./useCodeCalls";

/** "Use a visit of your package", where the line may. */
export function LinePass({ line }: { line: BasketLine }) {
  const { change } = useJourney();
  return <LinePassChoice line={line} onTake={(pass) => change(() => takePass(line.id, pass))} />;
}

/** The same for any basket. */
export function LinePassChoice({
  line,
  onTake,
}: {
  line: BasketLine;
  onTake: (pass: string | null) => Promise<unknown>;
}) {
  const t = useTranslations("booking.pass");
  const locale = useLocale();
  const { busy, run, problem } = useCodeCalls(() => null);
  const { prepaid } = line;
  if (!prepaid) return null;
  const { used, visits, refused, choices } = prepaid;
  const rest = line.repeat ? line.repeat.visit_count - visits : 0;
  const why = refused === "ends_before" || refused === "person" ? refused : "none_left";
  const choose = (pass: string | null) => run(() => onTake(pass));
  const until = (day: string | null) => (day ? t("until", { day: formatDate(day, locale) }) : "");
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {used ? (
        <Notice
          tone="good"
          role="status"
          className={styles.block ?? ""}
          title={t("used", { name: used.name, count: visits })}
        >
          {rest > 0 && (
            <p>
              {t("rest", { count: rest })} {refused && t(`restWhy.${why}`)}
            </p>
          )}
          <p>{t("usedText")}</p>
          <p>
            <Button
              kind="quiet"
              busy={busy}
              aria-label={t("notNamed", { name: line.name })}
              onClick={() => void choose(null)}
            >
              {t("not")}
            </Button>
          </p>
        </Notice>
      ) : (
        choices.length > 0 && (
          <Notice className={styles.block ?? ""} title={t("canTitle")}>
            {choices.map((choice) => (
              <p key={choice.id}>
                <Button
                  busy={busy}
                  aria-label={t("useNamed", { name: choice.name, line: line.name })}
                  onClick={() => void choose(choice.id)}
                >
                  {t("use", { name: choice.name })}
                </Button>{" "}
                <span className={styles.muted}>
                  {t("left", { left: choice.left })} {until(choice.valid_until)}
                </span>
              </p>
            ))}
          </Notice>
        )
      )}
      {refused && !used && (
        <Notice tone="note" role="status" className={styles.block ?? ""} title={t(`refused.${refused}`)} />
      )}
    </>
  );
}

/** Packages by their codes, for whoever is not signed in or was given one. */
export function PassBox() {
  const { basket, change } = useJourney();
  if (!basket) return null;
  return (
    <PassCodes
      basket={basket}
      onName={(code) => change(() => namePass(code))}
      onDrop={(pass) => change(() => dropPass(pass))}
    />
  );
}

type CodesProps = {
  basket: Basket;
  onName: (code: string) => Promise<unknown>;
  onDrop: (pass: string) => Promise<unknown>;
};

/** The same for any basket. */
export function PassCodes({ basket, onName, onDrop }: CodesProps) {
  const t = useTranslations("booking.pass");
  const locale = useLocale();
  const calls = useCodeCalls(({ code }) => {
    if (code === "pass_unknown") return t("unknown");
    return code === "basket_full" ? t("full") : null;
  });
  const { busy, run, problem } = calls;

  return (
    <div className={styles.coupon}>
      {problem && <ProblemNotice problem={problem} />}
      {basket.passes.map((each) => (
        <Notice
          key={each.id}
          tone={each.used > 0 ? "good" : "note"}
          role="status"
          title={t(each.used > 0 ? "named" : "namedUnused", { name: each.name, used: each.used })}
        >
          <p>
            {t("left", { left: each.left - each.used })}{" "}
            {each.valid_until && t("until", { day: formatDate(each.valid_until, locale) })}
          </p>
          <p>
            <Button
              kind="quiet"
              busy={busy}
              aria-label={t("dropNamed", { name: each.name })}
              onClick={() => void run(() => onDrop(each.id))}
            >
              {t("drop")}
            </Button>
          </p>
        </Notice>
      ))}
      <details>
        <summary>{t(basket.passes.length > 0 ? "another" : "open")}</summary>
        <CodeEntry
          name="package-code"
          words={{ label: t("label"), use: t("take"), missing: t("missing") }}
          calls={calls}
          onSend={onName}
        />
      </details>
    </div>
  );
}
