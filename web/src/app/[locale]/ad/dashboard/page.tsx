// The administrator's morning: everybody's day, what waits for a decision, and whether the system is well.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/Icon";
import { PageTitle } from "@/components/ui/PageTitle";
import { AppointmentList } from "@/features/appointments/components/AppointmentList";
import { Coming } from "@/features/appointments/components/Coming";
import { Counts } from "@/features/appointments/components/Counts";
import { Waiting } from "@/features/appointments/components/Waiting";
import { DAYS_AHEAD, loadOverview } from "@/features/appointments/overview";
import { byStaff } from "@/features/appointments/rules";
import { Health } from "@/features/health/components/Health";
import { loadHealth } from "@/features/health/loaders";
import { FailedDeliveries } from "@/features/notifications/components/FailedDeliveries";
import { loadFailedDeliveries } from "@/features/notifications/loaders";
import { countForMoney, countToGive } from "@/features/payments/loaders";
import { countRequests } from "@/features/requests/loaders";
import { requireArea } from "@/features/session/loaders";
import { countWaiting } from "@/features/timeoff/loaders";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/datetime/format";
import styles from "../../area.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.admin"))("title") };
}

export default async function AdminDashboard() {
  await requireArea("ad");
  const [t, tm, locale, overview, health, failed, timeOff, requests, toGive, money] = await Promise.all([
    getTranslations("areas.admin"),
    getTranslations("areas.manager"),
    getLocale(),
    loadOverview(now()),
    loadHealth(),
    loadFailedDeliveries(),
    countWaiting(),
    countRequests(),
    countToGive(),
    countForMoney(),
  ]);
  const { date, zone, today, coming, cut, pending, open, zoneOf } = overview;
  return (
    <>
      <PageTitle above={formatDate(date, locale, { weekday: "long" })} title={t("title")} lead={t("lead")} />
      <Counts
        counts={[
          { label: tm("visits"), count: today.length },
          { label: tm("approvals"), count: pending.length, href: "#approvals" },
          { label: tm("open"), count: open.length, href: "#open" },
          { label: tm("requests"), count: requests, href: "/ad/requests/" },
          { label: tm("timeOff"), count: timeOff, href: "/ad/time-off/" },
          { label: tm("toGive"), count: toGive, href: "/ad/payments/?to_give=true" },
          // They are rare, and urgent when there are any.
          ...(money.held ? [{ label: t("held"), count: money.held, href: "/ad/payments/review/" }] : []),
          ...(money.disputes
            ? [{ label: t("disputes"), count: money.disputes, href: "/ad/payments/disputes/" }]
            : []),
        ]}
      />
      <section className={styles.section} aria-label={tm("visits")}>
        {today.length === 0 && <p className={styles.quiet}>{t("nothingText")}</p>}
        {byStaff(today).map(([name, visits]) => (
          <div key={name}>
            <h2 className={styles.dayName}>{name}</h2>
            <AppointmentList ordersPath="/ad/orders/" appointments={visits} zoneOf={zoneOf} withFullName />
          </div>
        ))}
      </section>
      <Waiting ordersPath="/ad/orders/" title="approvals" appointments={pending} zoneOf={zoneOf} named />
      {open.length > 0 && (
        <Waiting ordersPath="/ad/orders/" title="open" appointments={open} zoneOf={zoneOf} named />
      )}
      <Coming
        ordersPath="/ad/orders/"
        days={DAYS_AHEAD}
        appointments={coming}
        cut={cut}
        zoneOf={zoneOf}
        named
      />
      <section className={styles.section} aria-labelledby="deliveries">
        <h2 id="deliveries">{t("deliveries")}</h2>
        <FailedDeliveries {...failed} zone={zone} />
      </section>
      <section className={styles.section} aria-labelledby="health">
        <h2 id="health">{t("health")}</h2>
        <Health health={health} />
      </section>
      <section className={styles.section}>
        <p>
          <a href="/admin/" className={styles.admin}>
            <Icon name="gear" size={20} />
            {t("administration")}
          </a>
          <br />
          <span className={styles.quiet}>{t("administrationText")}</span>
        </p>
      </section>
    </>
  );
}
