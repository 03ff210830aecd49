// The manager's morning: today within the scope, what waits for approval, what is not closed.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { AppointmentList } from "@/features/appointments/components/AppointmentList";
import { Coming } from "@/features/appointments/components/Coming";
import { Counts } from "@/features/appointments/components/Counts";
import { Waiting } from "@/features/appointments/components/Waiting";
import { DAYS_AHEAD, loadOverview } from "@/features/appointments/overview";
import { countToGive } from "@/features/payments/loaders";
import { countRequests } from "@/features/requests/loaders";
import { requireArea } from "@/features/session/loaders";
import { countWaiting } from "@/features/timeoff/loaders";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/datetime/format";
import styles from "../../area.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.manager"))("title") };
}

export default async function ManagerDashboard() {
  const me = await requireArea("man");
  const [t, locale] = await Promise.all([getTranslations("areas.manager"), getLocale()]);
  const gives = me.scope_actions?.includes("refunds") ?? false;
  const toGive = {
    label: t("toGive"),
    count: gives ? await countToGive() : 0,
    href: "/man/payments/?to_give=true",
  };
  if (gives && !me.scope_actions?.includes("appointments")) {
    return (
      <>
        <PageTitle title={t("title")} lead={t("lead")} />
        <Counts counts={[toGive]} />
        <p>
          <ButtonLink href="/man/orders/">{t("toOrders")}</ButtonLink>
        </p>
      </>
    );
  }
  if (!me.scope_actions?.includes("appointments")) {
    return (
      <>
        <PageTitle title={t("title")} />
        <EmptyState icon="person" heading="h2" title={t("noScope")}>
          {t("noScopeText")}
        </EmptyState>
      </>
    );
  }
  const answers = me.scope_actions.includes("staff");
  const [overview, requests, timeOff] = await Promise.all([
    loadOverview(now()),
    countRequests(),
    answers ? countWaiting() : 0,
  ]);
  const { date, today, coming, cut, pending, open, zoneOf } = overview;
  return (
    <>
      <PageTitle above={formatDate(date, locale, { weekday: "long" })} title={t("title")} lead={t("lead")} />
      <Counts
        counts={[
          { label: t("visits"), count: today.length },
          { label: t("approvals"), count: pending.length, href: "#approvals" },
          { label: t("open"), count: open.length, href: "#open" },
          { label: t("requests"), count: requests, href: "/man/requests/" },
          ...(gives ? [toGive] : []),
          ...(answers ? [{ label: t("timeOff"), count: timeOff, href: "/man/time-off/" }] : []),
        ]}
      />
      <section className={styles.section} aria-label={t("visits")}>
        {today.length > 0 ? (
          <AppointmentList
            ordersPath="/man/orders/"
            appointments={today}
            zoneOf={zoneOf}
            withStaff
            withFullName
          />
        ) : (
          <p className={styles.quiet}>{t("nothingText")}</p>
        )}
      </section>
      <Waiting ordersPath="/man/orders/" title="approvals" appointments={pending} zoneOf={zoneOf} named />
      {open.length > 0 && (
        <Waiting ordersPath="/man/orders/" title="open" appointments={open} zoneOf={zoneOf} named />
      )}
      <Coming
        ordersPath="/man/orders/"
        days={DAYS_AHEAD}
        appointments={coming}
        cut={cut}
        zoneOf={zoneOf}
        named
      />
    </>
  );
}
