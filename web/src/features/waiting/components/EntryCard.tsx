"use client";
// One entry, as whoever waits sees it: what for, how it stands, and an offered time to take or to let go.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Countdown } from "@/components/ui/Countdown";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Ask } from "@/features/appointments/components/Ask";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { declineOffer, leaveWaitingList, takeOffer, type Whose } from "../api";
import { secondsLeft, type WaitingEntry, type WaitingOffer } from "../rules";
import { EntryFacts } from "./EntryFacts";
import styles from "./waiting.module.css";

type Props = {
  entry: WaitingEntry;
  whose: Whose;
  /** Asks the server how the entry stands now. */
  onChanged: () => unknown;
  /** On a page of its own it is the heading of the page. */
  page?: boolean;
};

/** What was read has changed meanwhile: the entry is read anew, and says so itself. */
const isStale = ({ code }: Problem) => code === "offer_passed" || code === "waiting_over";

export function EntryCard({ entry, whose, onChanged, page }: Props) {
  const t = useTranslations("waiting");
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState<"take" | "decline" | "leave" | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [stale, setStale] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { offer, can } = entry;
  const title = entry.names.join(" + ");
  const Heading = page ? "h1" : "h2";

  async function act(what: "take" | "decline" | "leave") {
    if (busy) return;
    setBusy(what);
    setProblem(null);
    setStale(false);
    try {
      if (what === "take") {
        const { business, line } = await takeOffer(whose);
        router.push(`/booking/?business=${business}&step=details&line=${line}`);
        return;
      }
      await (what === "decline" ? declineOffer(whose) : leaveWaitingList(whose));
      setLeaving(false);
      await onChanged();
      card.current?.focus();
    } catch (error) {
      const refused = problemOf(error);
      if (isStale(refused)) {
        setStale(true);
        await onChanged();
      } else setProblem(refused);
    }
    setBusy(null);
  }

  return (
    <article
      ref={card}
      tabIndex={-1}
      className={styles.card}
      data-page={page || undefined}
      aria-label={title}
    >
      <Heading className={styles.what}>{title}</Heading>
      <p className={styles.state} data-state={entry.state} role="status">
        {t(`state.${entry.state}`)}
      </p>
      {stale && (
        <Notice tone="warn" role="alert" title={t("staleTitle")}>
          <p>{t(offer?.state === "taken" ? "takenElsewhere" : "stale")}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {offer && can.take && (
        <Offered entry={entry} offer={offer} onOver={() => void onChanged()}>
          <Button kind="main" busy={busy === "take"} onClick={() => void act("take")}>
            {t(offer.state === "taken" ? "goOn" : "take")}
          </Button>
          {can.decline && (
            <Button busy={busy === "decline"} onClick={() => void act("decline")}>
              {t("letGo")}
            </Button>
          )}
        </Offered>
      )}
      {entry.state === "waiting" && <Said entry={entry} offer={offer} />}
      <EntryFacts entry={entry} />
      {can.leave && !leaving && (
        <p className={styles.lone}>
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {t("leave")}
          </Button>
        </p>
      )}
      {leaving && (
        <Ask
          title={t("leaveTitle")}
          yes={t("leaveYes")}
          no={t("leaveNo")}
          danger
          busy={busy === "leave"}
          onNo={() => setLeaving(false)}
          onYes={() => void act("leave")}
        >
          <p>{t("leaveText")}</p>
        </Ask>
      )}
      {!can.leave && entry.state !== "booked" && (
        <p>
          <ButtonLink href={`/booking/?business=${entry.business}&service=${entry.service_slug}`}>
            {t("again")}
          </ButtonLink>
        </p>
      )}
    </article>
  );
}

type OfferedProps = {
  entry: WaitingEntry;
  offer: WaitingOffer;
  onOver: () => void;
  children: React.ReactNode;
};

function Offered({ entry, offer, onOver, children }: OfferedProps) {
  const t = useTranslations("waiting");
  const when = useWhen();
  const now = useNow();
  const [left] = useState(() => secondsLeft(offer, Date.parse(now())));
  const { starts_at, ends_at } = offer;
  return (
    <section className={styles.offer} aria-label={t("offered")}>
      <p className={styles.when}>{when({ venue: entry.venue, zone: entry.zone, starts_at, ends_at })}</p>
      <p>{t("with", { name: offer.staff_name })}</p>
      <p>{t(offer.state === "taken" ? "inBasket" : "onlyYou")}</p>
      <Countdown secondsLeft={left} onOver={onOver} />
      <div className={styles.buttons}>{children}</div>
    </section>
  );
}

/** What became of the last offer, and what comes next. */
function Said({ entry, offer }: { entry: WaitingEntry; offer: WaitingEntry["offer"] }) {
  const t = useTranslations("waiting");
  const locale = useLocale();
  if (!offer || (offer.state !== "lapsed" && offer.state !== "declined")) return <p>{t("next")}</p>;
  const at = `${formatDay(offer.starts_at, entry.zone, locale)}, ${formatTime(offer.starts_at, entry.zone, locale)}`;
  return <p>{t(offer.state === "lapsed" ? "lapsed" : "declined", { when: at })}</p>;
}
