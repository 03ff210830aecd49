"use client";
// A package by the link of its letter: its code, what is left, its visits. The link's secret stands behind the #.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import cards from "@/features/giftcards/components/giftcards.module.css";
import { problemOf } from "@/lib/api/problem";
import { useHash } from "@/lib/useHash";
import { heldPass } from "../api";
import { readPassFragment } from "../rules";
import { PassFacts } from "./PassList";

export function HeldPass() {
  const hash = useHash();
  return (
    <QueryProvider>
      {hash === undefined ? <Waiting /> : <Opened token={readPassFragment(hash)} />}
    </QueryProvider>
  );
}

function Waiting() {
  const t = useTranslations("packages");
  return (
    <Loading label={t("loading")}>
      <Skeleton height="14em" />
    </Loading>
  );
}

function Opened({ token }: { token: string | null }) {
  const t = useTranslations("packages");
  const { data, error, refetch } = useQuery({
    queryKey: ["package", token],
    queryFn: ({ signal }) => heldPass(token ?? "", signal),
    enabled: token !== null,
    retry: false,
  });
  if (token === null || (error && problemOf(error).status === 404))
    return (
      <EmptyState
        icon="tag"
        heading="h2"
        title={t("linkLost")}
        action={<ButtonLink href="/packages/balance/">{t("toBalance")}</ButtonLink>}
      >
        <p>{t("linkLostText")}</p>
      </EmptyState>
    );
  if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <PageTitle above={data.business_name} title={data.name} />
      {data.code && (
        <p className={cards.code}>
          <span className="visually-hidden">{t("codeWord")}: </span>
          {data.code}
        </p>
      )}
      <PassFacts held={data} named={false} />
      {data.state === "good" && (
        <>
          <p>{t("how")}</p>
          <div className={cards.actions}>
            <ButtonLink kind="main" href={`/booking/?business=${data.business}`}>
              {t("book")}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}
