"use client";
// A gift card as whoever was given it sees it: to use, to print. The link's secret stands behind the #, where no server reads it.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { useHash } from "@/lib/useHash";
import { heldCard } from "../api";
import { type HeldCard as Held, readCardFragment } from "../rules";
import styles from "./giftcards.module.css";

export function HeldCard() {
  const hash = useHash();
  return (
    <QueryProvider>
      {hash === undefined ? <Waiting /> : <Opened token={readCardFragment(hash)} />}
    </QueryProvider>
  );
}

function Waiting() {
  const t = useTranslations("giftCards");
  return (
    <Loading label={t("loading")}>
      <Skeleton height="14em" />
    </Loading>
  );
}

function Opened({ token }: { token: string | null }) {
  const t = useTranslations("giftCards");
  const { data, error, refetch } = useQuery({
    queryKey: ["gift card", token],
    queryFn: ({ signal }) => heldCard(token ?? "", signal),
    enabled: token !== null,
    retry: false,
  });
  const lost = token === null || (error && problemOf(error).status === 404);
  if (lost)
    return (
      <EmptyState
        icon="tag"
        heading="h2"
        title={t("linkLost")}
        action={<ButtonLink href="/gift-cards/balance/">{t("toBalance")}</ButtonLink>}
      >
        <p>{t("linkLostText")}</p>
      </EmptyState>
    );
  if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />;
  return data ? <Shown card={data} /> : <Waiting />;
}

function Shown({ card }: { card: Held }) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency: card.currency }, locale, { exact: true });
  const isGood = card.state === "good";
  return (
    <>
      <article className={styles.card}>
        <h1>{t("cardTitle", { business: card.business_name })}</h1>
        <p className={styles.amount}>{money(card.amount)}</p>
        {(card.recipient_name || card.sender_name) && (
          <p>
            {card.recipient_name && <bdi>{t("for", { name: card.recipient_name })}</bdi>}
            {card.recipient_name && card.sender_name && <br />}
            {card.sender_name && <bdi>{t("from", { name: card.sender_name })}</bdi>}
          </p>
        )}
        {card.message && (
          <p className={styles.message}>
            <bdi>{card.message}</bdi>
          </p>
        )}
        {card.code ? (
          <p className={styles.code}>
            <span className="visually-hidden">{t("code")}: </span>
            {card.code}
          </p>
        ) : (
          <p>{t(card.state === "stopped" ? "isStopped" : "isOver")}</p>
        )}
        {isGood && <p className={styles.muted}>{t("how")}</p>}
      </article>
      <p className={styles.screen}>
        {t("left", { ending: card.ending })} <strong>{money(card.balance_amount)}</strong>
      </p>
      <div className={styles.actions}>
        {isGood && (
          <ButtonLink kind="main" href="/booking/">
            {t("use")}
          </ButtonLink>
        )}
        <Button onClick={() => window.print()}>{t("print")}</Button>
      </div>
    </>
  );
}
