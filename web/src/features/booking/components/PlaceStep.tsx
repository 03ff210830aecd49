"use client";
// Where should we come? A postcode, its four ways of being wrong told apart, and a map as a help.
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { setPlace } from "../api";
import { useJourney, useVisiting } from "../hooks";
import { ContactLinks } from "./ContactLinks";
import styles from "./journey.module.css";
import { StepFrame } from "./StepFrame";

const own = ["postcode_malformed", "postcode_unknown", "out_of_area", "postcode_lookup_down"];

export function PlaceStep({ map }: { map: ReactNode }) {
  const t = useTranslations("booking");
  const { basket, business, change, go, linkedPostcode } = useJourney();
  const [postcode, setPostcode] = useState(basket?.place?.postcode ?? linkedPostcode);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const code = problem?.code ?? "";
  const suggestion = code === "postcode_malformed" ? problem?.extra.suggestion : null;
  const visiting = useVisiting();
  useEffect(() => {
    // Typed before the page's script ran, on a slow phone: nothing of it is lost.
    const early = field.current?.value;
    if (early) setPostcode(early);
  }, []);
  useEffect(() => {
    if (!problem) return;
    if (notice.current) notice.current.focus();
    else if (own.includes(problem.code)) field.current?.focus();
  }, [problem]);

  async function send(typed: string) {
    setEmpty(typed.trim() === "");
    setProblem(null);
    if (typed.trim() === "") return field.current?.focus();
    setBusy(true);
    try {
      await change(() => setPlace({ business: visiting, postcode: typed.slice(0, 40) }));
      go("service");
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  const errors: Record<string, string> = {
    postcode_malformed: t("place.malformed"),
    postcode_unknown: t("place.unknown"),
  };
  const error = empty ? t("place.empty") : errors[code];
  const timed = basket?.lines.some((line) => line.starts_at && line.venue === "customer");
  return (
    <StepFrame
      title={t("place.title")}
      lead={t("place.lead")}
      action={t("continue")}
      busy={busy}
      onSubmit={() => void send(postcode)}
      problem={problem && !own.includes(code) ? problem : null}
      notice={
        code === "out_of_area" || code === "postcode_lookup_down" ? (
          <Notice
            ref={notice}
            tone="warn"
            role="alert"
            tabIndex={-1}
            className={styles.block ?? ""}
            title={
              code === "out_of_area"
                ? t("place.outTitle", { postcode: String(problem?.extra.postcode ?? postcode) })
                : t("place.downTitle")
            }
          >
            <p>{t(code === "out_of_area" ? "place.outText" : "place.downText")}</p>
            <ContactLinks phone={business.phone} />
          </Notice>
        ) : null
      }
      below={map}
    >
      <TextField
        ref={field}
        name="postcode"
        label={t("place.label")}
        help={t("place.help")}
        error={error}
        size={10}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="next"
        value={postcode}
        onChange={(event) => setPostcode(event.target.value)}
      />
      {typeof suggestion === "string" && (
        <p className={styles.block}>
          <Button
            onClick={() => {
              setPostcode(suggestion);
              void send(suggestion);
            }}
          >
            {t("place.suggestion", { postcode: suggestion })}
          </Button>
        </p>
      )}
      {timed && <p className={styles.muted}>{t("place.changes")}</p>}
    </StepFrame>
  );
}
