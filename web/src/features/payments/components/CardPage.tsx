"use client";
// A card paid with within our page: the company's fields, one button, errors in our words; and the company's own page, should its
// part of ours not come up. Whatever happens, the server asks the company what is true.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { type Problem, problemOf } from "@/lib/api/problem";
import { readCardHash } from "@/lib/card-page";
import { getPathname } from "@/lib/i18n/navigation";
import { goTo } from "@/lib/leaving";
import { formatMoney } from "@/lib/money/money";
import { checkPayment, openPage } from "../api";
import { declineNamed, rememberedWay, rememberWay } from "../rules";
import { type Fields, mountFields } from "../within";
import styles from "./card.module.css";

type Page = Awaited<ReturnType<typeof openPage>>;
type Phase = "opening" | "ready" | "blocked" | "over";
type Said = { tone: "declined"; why: string } | { tone: "incomplete" };
const OVER = ["captured", "pending", "cancelled", "failed"];

export function CardPage({ payment }: { payment: string }) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const fields = useRef<Fields | null>(null);
  const going = useRef(false);
  const [number, setNumber] = useState("");
  const [page, setPage] = useState<Page | null>(null);
  const [phase, setPhase] = useState<Phase>("opening");
  const [busy, setBusy] = useState<"pay" | "away" | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const returnTo = (id: string) =>
    goTo(`${getPathname({ href: "/pay/", locale })}?payment=${encodeURIComponent(id)}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, as the browser came.
  useEffect(() => {
    let stays = true;
    async function bringUp() {
      const who = readCardHash(window.location.hash);
      if (!who) return setPhase("over");
      setNumber(who.number);
      const found = await openPage(who.number, "card", false, who.token);
      if (!stays) return;
      const way = rememberedWay(payment);
      if (way) rememberWay(found.payment_id, way);
      if (!found.within) return goTo(found.url);
      setPage(found);
      const target = place.current;
      if (!target) return;
      try {
        const made = await mountFields(found.within, target, locale);
        if (!stays) return made.destroy();
        fields.current = made;
        setPhase("ready");
      } catch {
        if (stays) setPhase("blocked");
      }
    }
    bringUp().catch((error: unknown) => {
      const refusal = problemOf(error);
      if (!stays) return;
      if (refusal.code === "nothing_due") returnTo(payment);
      else {
        setProblem(refusal);
        setPhase("over");
      }
    });
    return () => {
      stays = false;
      fields.current?.destroy();
      fields.current = null;
    };
  }, []);

  /** Pressed twice it is one payment: the second press finds the first on its way. */
  async function pay() {
    if (going.current || !fields.current || !page) return;
    going.current = true;
    setBusy("pay");
    setSaid(null);
    setProblem(null);
    try {
      const how = await fields.current.pay();
      if (how === "paid") return returnTo(page.payment_id);
      const { state, decline } = await checkPayment(page.payment_id);
      if (OVER.includes(state)) return returnTo(page.payment_id);
      setSaid(how === "declined" ? { tone: "declined", why: decline || "other" } : { tone: "incomplete" });
    } catch (error) {
      setProblem(problemOf(error));
    }
    going.current = false;
    setBusy(null);
  }

  async function payAtCompany() {
    const who = readCardHash(window.location.hash);
    if (going.current || !who) return;
    going.current = true;
    setBusy("away");
    setProblem(null);
    try {
      const found = await openPage(who.number, "card", false, who.token, true);
      const way = rememberedWay(page?.payment_id ?? payment);
      if (way) rememberWay(found.payment_id, way);
      goTo(found.url);
    } catch (error) {
      going.current = false;
      setBusy(null);
      const refusal = problemOf(error);
      if (refusal.code === "nothing_due") returnTo(page?.payment_id ?? payment);
      else setProblem(refusal);
    }
  }

  const price =
    page && formatMoney({ amount: page.amount, currency: page.currency }, locale, { exact: true });
  return (
    <>
      <h1>{price ? t("inPage.heading", { price }) : t("inPage.title")}</h1>
      {number && <p>{t("inPage.order", { number })}</p>}
      {phase !== "over" && <p>{t("inPage.text")}</p>}
      {phase === "over" && !problem && <p>{t("findBy.unknown")}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {said && (
        <Notice tone="bad" role="alert" title={t("declinedTitle")}>
          <p>
            {said.tone === "declined"
              ? t(`decline.${declineNamed({ decline: said.why, method: "card" })}`)
              : t("inPage.check")}
          </p>
        </Notice>
      )}
      {phase === "blocked" && (
        <Notice tone="bad" role="alert" title={t("inPage.blocked")}>
          <p>{t("inPage.blockedText")}</p>
        </Notice>
      )}
      {phase === "opening" && (
        <Loading label={t("inPage.opening")}>
          <Skeleton height="9em" />
        </Loading>
      )}
      <div ref={place} className={styles.fields} hidden={phase === "blocked" || phase === "over"} />
      <div className={styles.actions}>
        {phase === "ready" && price && (
          <Button kind="main" wide busy={busy === "pay"} onClick={() => void pay()}>
            {t("inPage.pay", { price })}
          </Button>
        )}
        {page && phase !== "over" && (
          <Button
            kind={phase === "blocked" ? "main" : "quiet"}
            busy={busy === "away"}
            onClick={() => void payAtCompany()}
          >
            {t("inPage.atCompany")}
          </Button>
        )}
        <BackLink payment={page?.payment_id ?? payment} words={t(number ? "inPage.back" : "find")} />
      </div>
    </>
  );
}

/** A plain link: the next page is loaded anew, without what was loaded here. */
function BackLink({ payment, words }: { payment: string; words: string }) {
  const locale = useLocale();
  const [href, setHref] = useState(() => getPathname({ href: "/track/", locale }));
  useEffect(() => {
    const way = rememberedWay(payment);
    if (way) setHref(way.startsWith("/") ? getPathname({ href: way, locale }) : way);
  }, [payment, locale]);
  return <a href={href}>{words}</a>;
}
