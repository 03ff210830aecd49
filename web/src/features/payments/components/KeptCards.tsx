"use client";
// What the reader keeps for later at the payment company: added, preferred, removed. Card numbers never come here.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { readerZone } from "@/lib/datetime/zone";
import { useRouter } from "@/lib/i18n/navigation";
import { checkKeepPage, keptMethods, openKeepPage, preferKept, removeKept } from "../api";
import type { KeptMethod } from "../rules";
import styles from "./payments.module.css";
import { TestNotice } from "./TestNotice";

type Props = { kept: KeptMethod[]; canAdd: boolean; returnedFrom: string };

const CARD = ["card"];

export function KeptCards({ kept: first, canAdd, returnedFrom }: Props) {
  const t = useTranslations("cards");
  const locale = useLocale();
  const toast = useToast();
  const [kept, setKept] = useState(first);
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const foot = useRef<HTMLDivElement>(null);
  const returned = useReturned(returnedFrom, setKept, setProblem);

  async function run(key: string, work: () => Promise<unknown>, words: string) {
    if (busy) return;
    setBusy(key);
    setProblem(null);
    try {
      await work();
      setKept(await keptMethods());
      setAsked(null);
      toast(words);
      foot.current?.querySelector("button")?.focus();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  async function add() {
    if (busy) return;
    setBusy("add");
    setProblem(null);
    try {
      window.location.assign((await openKeepPage()).url);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(null);
    }
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {returned === "nothing" && <Notice tone="warn" title={t("nothingLeft")} />}
      {kept.length === 0 && (
        <EmptyState icon="card" title={t("none")} heading="h2">
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      <ul className={styles.kept}>
        {kept.map((each) => (
          <li key={each.id}>
            <p>
              <strong>{each.label}</strong>
              {each.is_preferred && <span className={styles.mark}>{t("preferred")}</span>}
              <span className={styles.back}>
                {t("since", { day: formatDay(each.kept_at, readerZone(), locale, { year: true }) })}
                {!each.is_usable && ` ${t("unusable")}`}
              </span>
            </p>
            {asked === each.id ? (
              <div className={styles.ways}>
                <p>{t("removeAsk", { card: each.label })}</p>
                <Button
                  kind="danger"
                  busy={busy === each.id}
                  onClick={() => void run(each.id, () => removeKept(each.id), t("removed"))}
                >
                  {t("removeYes")}
                </Button>
                <Button kind="quiet" onClick={() => setAsked(null)}>
                  {t("keepIt")}
                </Button>
              </div>
            ) : (
              <div className={styles.ways}>
                {!each.is_preferred && (
                  <Button
                    kind="quiet"
                    aria-label={t("preferOf", { card: each.label })}
                    busy={busy === each.id}
                    onClick={() => void run(each.id, () => preferKept(each.id), t("preferredSaved"))}
                  >
                    {t("prefer")}
                  </Button>
                )}
                <Button
                  kind="quiet"
                  aria-label={t("removeOf", { card: each.label })}
                  onClick={() => setAsked(each.id)}
                >
                  {t("remove")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div ref={foot}>
        {canAdd && (
          <>
            <TestNotice methods={CARD} currency="" />
            <Button
              kind={kept.length === 0 ? "main" : "second"}
              busy={busy === "add"}
              onClick={() => void add()}
            >
              {t("add")}
            </Button>
            <p className={styles.note}>{t("addText")}</p>
          </>
        )}
      </div>
    </>
  );
}

/** Back from the company's page: what was left there, asked once; the address forgets the page then. */
function useReturned(
  page: string,
  setKept: (kept: KeptMethod[]) => void,
  setProblem: (problem: Problem) => void,
): "nothing" | null {
  const t = useTranslations("cards");
  const toast = useToast();
  const router = useRouter();
  const [said, setSaid] = useState<"nothing" | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (!page || asked.current) return;
    asked.current = true;
    checkKeepPage(page)
      .then(async (kept) => {
        if (!kept) return setSaid("nothing");
        setKept(await keptMethods());
        toast(t("added", { card: kept.label }));
      })
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => router.replace("/cus/cards/"));
  }, [page, router, setKept, setProblem, t, toast]);
  return said;
}
