"use client";
// A visit that was called off stands again: when, with whom, and what is owed for it, before anybody says so.
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import { formatMoney } from "@/lib/money/money";
import { fetchRestoration, type Restoration, restoreAppointment } from "../api";
import { Undoing, type UndoProps } from "./Undoing";

const REASONS = [
  "stands",
  "over",
  "too_late",
  "by_itself",
  "unpaid",
  "ended",
  "in_a_row",
  "package",
  "taken",
] as const;
const WAYS = ["charge", "on_the_day", "link"] as const;

export function RestoreVisit(props: UndoProps) {
  const t = useTranslations("change.restore");
  return (
    <Undoing
      {...props}
      kind="restore"
      ask={fetchRestoration}
      undo={restoreAppointment}
      refusal={({ refused_reason: reason }) =>
        t(`refused.${REASONS.find((each) => each === reason) ?? "stands"}`)
      }
    >
      {(found) => <Money found={found} />}
    </Undoing>
  );
}

function Money({ found }: { found: Restoration }) {
  const t = useTranslations("change.restore");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  const way = WAYS.find((each) => each === found.pays);
  return (
    <Notice title={t("again", { name: found.staff_name })}>
      {found.waits_for_yes && <p>{t("waits")}</p>}
      {found.by_package && <p>{t("byPackage")}</p>}
      {found.kept_amount > 0 && <p>{t("kept", { amount: money(found.kept_amount) })}</p>}
      {found.owed_amount > 0 && (
        <p>
          {t("owed", { amount: money(found.owed_amount) })} {way && t(`pays.${way}`)}
        </p>
      )}
    </Notice>
  );
}
