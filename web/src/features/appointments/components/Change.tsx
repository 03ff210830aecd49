"use client";
// What moving and cancelling look like: a page of their own for an order's link, or opened inside a visit's card.
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import type { Problem } from "@/lib/api/problem";
import type { Changing } from "../changes";
import styles from "./Change.module.css";

export type ChangeProps = {
  visit: Changing;
  /** The head is the page's own, rather than one inside a card. */
  page?: boolean;
  /** Of which level its heading is, where that is not a card's in a list by days. */
  level?: "h3" | "h4";
  onBack: () => void;
  /** Asks for what changed; the question stays busy meanwhile. */
  onDone: () => void | Promise<void>;
};

type FrameProps = {
  title: string;
  lead: ReactNode;
  page?: boolean | undefined;
  level?: "h3" | "h4" | undefined;
  children: ReactNode;
};

/** Takes the focus when it opens, so that readers hear where they are now. */
export function Change({ title, lead, page, level: Heading = "h4", children }: FrameProps) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <section className={styles.change} aria-label={title} data-inside={page ? undefined : ""}>
      <div ref={head} tabIndex={-1} className={styles.head}>
        {page ? (
          <PageTitle title={title} lead={lead} />
        ) : (
          <>
            <Heading className={styles.title}>{title}</Heading>
            <div className={styles.lead}>{lead}</div>
          </>
        )}
      </div>
      {children}
    </section>
  );
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}

type TooLateProps = Omit<ChangeProps, "onDone"> & {
  reason: unknown;
  /** Leads to asking for it. */
  onAsk?: (() => void) | undefined;
};

/** Too near, over, or moved too often for the pages; for a customer a person can still help. */
export function TooLate({ reason, visit, page, onBack, onAsk }: TooLateProps) {
  const t = useTranslations("change");
  const { phone, email } = visit.business;
  const words = visit.reader === "team" ? t("team.over") : t(`customer.${reasonNamed(reason)}`);
  return (
    <Change title={t(`${visit.reader}.tooLateTitle`)} lead={words} page={page}>
      {phone && <ContactLinks phone={phone} email={email} />}
      <Buttons>
        {onAsk && visit.canAsk && reason !== "over" && (
          <Button kind="main" onClick={onAsk}>
            {t("ask.us")}
          </Button>
        )}
        <Button onClick={onBack}>{t("back")}</Button>
      </Buttons>
    </Change>
  );
}

export const isTooLate = (problem: Problem | null): problem is Problem =>
  problem?.code === "too_late_to_change";

const REASONS = { limit_reached: "tooOften", over: "over", unpaid: "unpaid" } as const;

/** The words for why it cannot be done online. */
function reasonNamed(reason: unknown): "tooOften" | "over" | "unpaid" | "tooLate" {
  return REASONS[reason as keyof typeof REASONS] ?? "tooLate";
}
