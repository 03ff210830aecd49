"use client";
// Visits of packages that pay for lines of the basket: chosen for each line, and packages named by their codes.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDate } from "@/lib/datetime/format";
import { dropPass, namePass, takePass } from "../api";
import { useJourney } from "../hooks";
import type { BasketLine } from "../rules";
import styles from "./journey.module.css";

/** Runs one call at a time; a refusal that is about the code stands beside it. */
function useCalls() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function run(call: () => Promise<unknown>): Promise<Problem | null> {
    if (busy) return null;
    setBusy(true);
    setProblem(null);
    try {
      await call();
      return null;
    } catch (thrown) {
      return problemOf(thrown);
    } finally {
      setBusy(false);
    }
  }
  return { busy, run, problem, setProblem };
}

/** "Use a visit of your package", where the line may. */
export function LinePass({ line }: { line: BasketLine }) {
  const t = useTranslations("booking.pass");
  const locale = useLocale();
  const { change } = useJourney();
  const { busy, run, problem, setProblem } = useCalls();
  const { prepaid } = line;
  if (!prepaid) return null;
  const { used, refused, choices } = prepaid;
  async function choose(pass: string | null) {
    setProblem(await run(() => change(() => takePass(line.id, pass))));
  }
  const until = (day: string | null) => (day ? t("until", { day: formatDate(day, locale) }) : "");
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {used ? (
        <Notice
          tone="good"
          role="status"
          className={styles.block ?? ""}
          title={t("used", { name: used.name, left: used.left })}
        >
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
  const t = useTranslations("booking.pass");
  const locale = useLocale();
  const { basket, change } = useJourney();
  const { busy, run, problem, setProblem } = useCalls();
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  if (!basket) return null;

  async function send() {
    setError("");
    if (!code.trim()) return setError(t("missing"));
    const found = await run(() => change(() => namePass(code.slice(0, 60))));
    if (!found) setCode("");
    else if (found.code === "pass_unknown") setError(t("unknown"));
    else if (found.code === "basket_full") setError(t("full"));
    else setProblem(found);
  }

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
              onClick={() => void run(() => change(() => dropPass(each.id))).then(setProblem)}
            >
              {t("drop")}
            </Button>
          </p>
        </Notice>
      ))}
      <details>
        <summary>{t(basket.passes.length > 0 ? "another" : "open")}</summary>
        {/* No form of its own: it stands within that of its page. */}
        <div className={styles.couponForm}>
          <TextField
            name="package-code"
            label={t("label")}
            size={20}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            error={error}
            onChange={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void send();
            }}
          />
          <Button busy={busy} onClick={() => void send()}>
            {t("take")}
          </Button>
        </div>
      </details>
    </div>
  );
}
