"use client";
// Why a day has nothing free, in plain words, and the smallest change that opens something: one press does it.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useLength } from "@/features/catalog/components/useLength";
import { problemOf } from "@/lib/api/problem";
import { formatDate, formatDay, formatTime, type Instant, type IsoDate } from "@/lib/datetime/format";
import { type Asked, firstFree, whyNone } from "../api";
import { reasonsToTell } from "../rules";
import styles from "./journey.module.css";

type Props = {
  asked: Asked;
  on: IsoDate;
  zone: string;
  /** The person asked for; without one, anybody may come. */
  person: { id: string; name: string } | null;
  onNearest: (at: Instant, staffId: string) => void;
  /** Leads to the extras, where leaving some out can help. */
  onExtras?: (() => void) | undefined;
  /** Leads back to everybody's times, where a person was asked for. */
  onAnyone?: () => void;
  /** Offers a person to talk to where nothing else helps. */
  contact?: ReactNode;
};

/** The region stays while its answer comes, so that screen readers read the answer out. */
export function WhyNone(props: Props) {
  return (
    <div aria-live="polite">
      <Answer {...props} />
    </div>
  );
}

function Answer({ asked, on, zone, person, onNearest, onExtras, onAnyone, contact }: Props) {
  const t = useTranslations("booking.time.why");
  const locale = useLocale();
  const length = useLength();
  const staff = person?.id ?? null;
  const query = useQuery({
    queryKey: ["free times", "why", asked, on, zone, staff],
    queryFn: ({ signal }) => whyNone(asked, { on, zone, staff }, signal),
    staleTime: 20_000,
  });
  // Within a week there is nothing: the first free time of all may lie further away.
  const looksFurther = query.data?.nearest_starts_at === null;
  const further = useQuery({
    queryKey: ["free times", "first", asked, zone, staff],
    queryFn: ({ signal }) => firstFree(asked, { zone, staff }, signal),
    staleTime: 20_000,
    enabled: looksFurther,
  });
  if (query.error)
    return <ProblemNotice problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  const found = query.data;
  if (!found || (looksFurther && further.isPending))
    return (
      <Loading label={t("finding")}>
        <Skeleton height="9em" />
      </Loading>
    );

  const { shorter_by_minutes: shorter, shorter_starts_at: shorterStart } = found;
  const near = offerOf(found.nearest_starts_at, found.nearest_staff);
  const far = near ? null : offerOf(further.data?.starts_at, further.data?.staff);
  const offer = near ?? far;
  const canShorten = onExtras && shorter && shorterStart;
  const who = person ? { who: "person", name: person.name } : { who: "anyone", name: "" };
  return (
    <Notice role="group" title={t("title", { day: formatDate(on, locale) })}>
      {reasonsToTell(found.reasons).map((reason) => (
        <p key={reason}>{t(`reason.${reason}`, who)}</p>
      ))}
      {canShorten && (
        <p>{t("shorter", { length: length(shorter), time: formatTime(shorterStart, zone, locale) })}</p>
      )}
      {!near && <p>{t(further.isSuccess && !far ? "noneAtAll" : "noneNear")}</p>}
      <div className={styles.ways}>
        {offer && (
          <Button onClick={() => onNearest(offer.at, offer.person.id)}>
            {t(near ? "nearest" : "first", {
              day: formatDay(offer.at, zone, locale),
              time: formatTime(offer.at, zone, locale),
              name: offer.person.name,
            })}
          </Button>
        )}
        {canShorten && <Button onClick={onExtras}>{t("extras")}</Button>}
        {person && onAnyone && (
          <Button kind="quiet" onClick={onAnyone}>
            {t("anyone")}
          </Button>
        )}
        {!offer && !canShorten && contact}
      </div>
    </Notice>
  );
}

type Offer = { at: Instant; person: { id: string; name: string } };

function offerOf(at: Instant | null | undefined, person: Offer["person"] | null | undefined): Offer | null {
  return at && person ? { at, person } : null;
}
