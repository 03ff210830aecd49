"use client";
// The booking journey: one page whose step stands in the address, so that Back works and the next step is there at once.
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Button } from "@/components/ui/Button";
import { Steps } from "@/components/ui/Steps";
import type { Bundle } from "@/features/bundles/rules";
import type { Business } from "@/features/business/loaders";
import type { Service } from "@/features/catalog/rules";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { book, removeGood, removeLine } from "../api";
import { JourneyProvider, useDoneHref, useJourney } from "../hooks";
import { forgetPending, pendingBooking, TOGETHER } from "../pending";
import type { Basket, Position, StepName } from "../rules";
import styles from "./journey.module.css";
import { PlaceStep } from "./PlaceStep";
import { ServiceStep } from "./ServiceStep";

// The later steps come while the first ones are read.
const loadTime = () => import("./TimeStep").then((module) => module.TimeStep);
const ExtrasStep = dynamic(() => import("./ExtrasStep").then((module) => module.ExtrasStep));
const QuestionsStep = dynamic(() => import("./QuestionsStep").then((module) => module.QuestionsStep));
const TimeStep = dynamic(loadTime);
const BasketStep = dynamic(() => import("./BasketStep").then((module) => module.BasketStep));
const DetailsStep = dynamic(() => import("./DetailsStep").then((module) => module.DetailsStep));
const PaymentStep = dynamic(() => import("./PaymentStep").then((module) => module.PaymentStep));

type Props = {
  business: Business;
  /** All of them: a basket may hold services of each. */
  businesses: Business[];
  services: Service[];
  bundles: Bundle[];
  basket: Basket | null;
  bookedNumber: string | null;
  start: Position;
  /** The server already knows that the reader comes back to something begun. */
  returning: boolean;
  map: ReactNode;
};

export function Journey({
  business,
  businesses,
  services,
  bundles,
  basket,
  bookedNumber,
  start,
  returning,
  map,
}: Props) {
  return (
    <QueryProvider>
      <JourneyProvider
        business={business}
        businesses={businesses}
        services={services}
        bundles={bundles}
        initialBasket={basket}
        start={start}
      >
        <Progress />
        {returning && <WelcomeBack />}
        {bookedNumber && <BookedBefore number={bookedNumber} />}
        <CurrentStep map={map} />
      </JourneyProvider>
    </QueryProvider>
  );
}

function useStepName(): (step: StepName) => string {
  const t = useTranslations("booking.steps");
  return (step) => t(step);
}

function Progress() {
  const t = useTranslations("booking");
  const name = useStepName();
  const { steps, position, line, href, go } = useJourney();
  const current = Math.max(0, steps.indexOf(position.step));
  const title = t("stepTitle", { number: current + 1, count: steps.length, name: name(position.step) });
  useEffect(() => {
    const rest = document.title.split(" · ").at(-1);
    document.title = `${title} · ${rest}`;
  }, [title]);
  const id = position.line ?? line?.id ?? null;
  return (
    <Steps
      current={current}
      steps={steps.map((step) => ({ name: name(step), href: href(step, id) }))}
      onGo={(index) => {
        const step = steps[index];
        if (step) go(step, { line: id });
      }}
    />
  );
}

function CurrentStep({ map }: { map: ReactNode }) {
  const { position } = useJourney();
  // A step about another line is another form.
  const key = `${position.step} ${position.line}`;
  switch (position.step) {
    case "place":
      return <PlaceStep map={map} />;
    case "service":
      return <ServiceStep key={key} />;
    case "extras":
      return <ExtrasStep key={key} />;
    case "questions":
      return <QuestionsStep key={key} />;
    case "time":
      return <TimeStep key={key} />;
    case "basket":
      return <BasketStep />;
    case "details":
      return <DetailsStep />;
    case "payment":
      return <PaymentStep />;
  }
}

function WelcomeBack() {
  const t = useTranslations("booking");
  const { basket, change, go } = useJourney();
  const [shown, setShown] = useState(true);
  const [busy, setBusy] = useState(false);
  async function startAgain() {
    setBusy(true);
    try {
      for (const line of basket?.lines ?? []) await change(() => removeLine(line.id));
      for (const good of basket?.goods ?? []) await change(() => removeGood(good.id));
      go("place", { line: null });
      setShown(false);
    } finally {
      setBusy(false);
    }
  }
  if (!shown) return null;
  return (
    <div className={styles.resume}>
      <p>{t("welcomeBack")}</p>
      <Button kind="quiet" busy={busy} onClick={() => void startAgain()}>
        {t("startAgain")}
      </Button>
    </div>
  );
}

/** The last basket became an order. When its answer was lost on the way (a reload, a broken line), asking once more
 * with the same key gives that order, and never a second one. */
function BookedBefore({ number }: { number: string }) {
  const t = useTranslations("booking");
  const router = useRouter();
  const doneHref = useDoneHref();
  useEffect(() => {
    const pending = pendingBooking();
    if (!pending) return;
    const body = {
      shown_total_amount: pending.total,
      shown_totals: pending.totals,
      payment_method: pending.method,
      terms_accepted: true,
      early_start_consent: pending.consent,
      keep_card: pending.keep ?? false,
      download_consent: pending.download ?? false,
      gift_cards: pending.cards ?? {},
    } as const;
    book(body, pending.key).then(
      ({ orders }) => {
        forgetPending();
        router.replace(`${doneHref}#${orders.map((order) => order.token).join(TOGETHER)}`);
      },
      () => forgetPending(),
    );
  }, [router, doneHref]);
  return (
    <div className={styles.resume}>
      <p>{t("bookedHere", { number })}</p>
      <Link href="/track/">{t("bookedShow")}</Link>
    </div>
  );
}
