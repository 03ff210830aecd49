"use client";
// Who was invited, and one more letter.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { resend, withdraw } from "../api";
import type { Unclaimed } from "../loaders";
import { type Invitation, isWaiting } from "../rules";
import { InviteForm } from "./InviteForm";
import styles from "./invitations.module.css";

type Props = {
  invitations: Invitation[];
  businesses: { slug: string; name: string }[];
  unclaimed: Unclaimed[];
  templates: { id: string; name: string }[];
  zone: string;
};

export function Invitations({ invitations, businesses, unclaimed, templates, zone }: Props) {
  const t = useTranslations("invitations");
  const locale = useLocale();
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const [rows, setRows] = useState(invitations);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (row: Invitation) => setRows((now) => now.map((old) => (old.id === row.id ? row : old)));

  async function attempt(work: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const again = (row: Invitation) =>
    attempt(async () => {
      put(await resend(row.id));
      toast(t("resent", { name: row.name }));
    });

  const takeBack = (row: Invitation) =>
    attempt(async () => {
      await withdraw(row.id);
      put({ ...row, state: "withdrawn" });
      toast(t("withdrawn", { name: row.name }));
      // The buttons go: the focus must not fall off the page.
      heading.current?.focus();
    });

  return (
    <>
      <section aria-labelledby="invite">
        <h2 id="invite">{t("newTitle")}</h2>
        <InviteForm
          businesses={businesses}
          unclaimed={unclaimed}
          templates={templates}
          onSent={(sent) => setRows((now) => [sent, ...now])}
        />
      </section>
      <section aria-labelledby="invited" className={styles.list}>
        <h2 id="invited" ref={heading} tabIndex={-1}>
          {t("listTitle")}
        </h2>
        {problem && <ProblemNotice problem={problem} />}
        {rows.length === 0 ? (
          <EmptyState icon="mail" title={t("none")}>
            {t("noneText")}
          </EmptyState>
        ) : (
          <ul className={styles.rows}>
            {rows.map((row) => (
              <li key={row.id} className={styles.row}>
                <span className={styles.what}>
                  <strong>
                    <bdi>{row.name}</bdi>
                  </strong>{" "}
                  <bdi>{row.email}</bdi>
                  <br />
                  {[t(row.role), row.business_name, row.staff_name, row.template_name]
                    .filter(Boolean)
                    .join(", ")}
                  <br />
                  <span className={styles.quiet}>
                    {t(`state.${row.state}`, {
                      day: formatDay(row.expires_at, zone, locale, { year: true }),
                    })}
                    {", "}
                    {t("by", { name: row.invited_by })}
                  </span>
                </span>
                {isWaiting(row) && (
                  <span className={styles.actions}>
                    <Button
                      busy={busy}
                      aria-label={t("resendTo", { name: row.name })}
                      onClick={() => void again(row)}
                    >
                      {t("resend")}
                    </Button>
                    <Button
                      kind="quiet"
                      busy={busy}
                      aria-label={t("withdrawOf", { name: row.name })}
                      onClick={() => void takeBack(row)}
                    >
                      {t("withdraw")}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
