// What is next for this customer, with moving and cancelling; below it the latest orders.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { CalendarFeed } from "@/features/appointments/components/CalendarFeed";
import { OrderRows } from "@/features/appointments/components/OrderRows";
import { VisitCard } from "@/features/appointments/components/VisitCard";
import { loadFeed, loadOrders } from "@/features/appointments/loaders";
import { firstName, visitsAhead } from "@/features/appointments/rules";
import { EarlierOrders } from "@/features/orders/components/EarlierOrders";
import { requireArea } from "@/features/session/loaders";
import { now } from "@/lib/clock";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import styles from "../../area.module.css";

/** Enough that no coming visit hides behind older orders; the list below shows the first few. */
const LOOKED_AT = 50;
const SHOWN = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.nav"))("next") };
}

export default async function CustomerDashboard() {
  const me = await requireArea("cus");
  const [t, locale, { orders }, feed] = await Promise.all([
    getTranslations("areas.customer"),
    getLocale(),
    loadOrders("", LOOKED_AT),
    loadFeed(),
  ]);
  const visits = visitsAhead(orders, now().toISOString());
  return (
    <>
      <PageTitle title={me.name ? t("hello", { name: firstName(me.name) }) : t("helloPlain")} />
      <EarlierOrders />
      <section className={styles.section} aria-labelledby="next">
        <h2 id="next">{t("nextTitle")}</h2>
        {visits.length > 0 ? (
          <ul className={styles.list}>
            {visits.map((visit) => (
              <li key={visit.appointmentId}>
                <VisitCard visit={visit} linked />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            title={t("nothingTitle")}
            action={
              <ButtonLink kind="main" href="/booking/">
                {t("book")}
              </ButtonLink>
            }
          >
            {t("nothingText")}
          </EmptyState>
        )}
      </section>
      {orders.length > 0 && (
        <section className={styles.section} aria-labelledby="orders">
          <h2 id="orders">{t("ordersTitle")}</h2>
          <OrderRows orders={orders.slice(0, SHOWN)} locale={locale} />
          <p>
            <Link href="/cus/orders/">{t("allOrders")}</Link>
          </p>
        </section>
      )}
      <Texts of={["feed"]}>
        <CalendarFeed url={feed} />
      </Texts>
    </>
  );
}
