// One order: its visits, what it costs and why, and whom to ask.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Icon } from "@/components/ui/Icon";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { PriceSteps } from "@/features/appointments/components/PriceSteps";
import { VisitCard } from "@/features/appointments/components/VisitCard";
import { loadOrder } from "@/features/appointments/loaders";
import { liesAhead, visitAnchor, visitsOf } from "@/features/appointments/rules";
import { BoughtCards } from "@/features/giftcards/components/BoughtCards";
import { InvoiceLinks } from "@/features/invoices/components/InvoiceLinks";
import { loadOrderInvoices } from "@/features/invoices/loaders";
import { BookAgain } from "@/features/orders/components/BookAgain";
import { isVisit, subscriptionsOf } from "@/features/orders/rules";
import { BoughtPasses } from "@/features/packages/components/BoughtPasses";
import { CallOff } from "@/features/payments/components/CallOff";
import { Charges } from "@/features/payments/components/Charges";
import { PaidList } from "@/features/payments/components/PaidList";
import { PayPanel } from "@/features/payments/components/PayPanel";
import { TipPanel } from "@/features/payments/components/TipPanel";
import { Bought } from "@/features/products/components/Bought";
import { requireArea } from "@/features/session/loaders";
import { SeriesLinks } from "@/features/subscriptions/components/SeriesLinks";
import { problemOf } from "@/lib/api/problem";
import { now } from "@/lib/clock";
import { formatDay } from "@/lib/datetime/format";
import { Texts } from "@/lib/i18n/Texts";
import { telLink } from "@/lib/phone";
import styles from "../../../area.module.css";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("areas.customer");
  return { title: t("order", { number: (await params).number }) };
}

async function orderOrNotFound(number: string) {
  try {
    return await loadOrder(number);
  } catch (error) {
    // Somebody else's order is not there for this reader: Django says 404 to both.
    if ([403, 404].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export default async function OrderPage({ params }: Props) {
  await requireArea("cus");
  const { number } = await params;
  const [t, td, locale, order, invoices] = await Promise.all([
    getTranslations("areas.customer"),
    getTranslations("booking.done"),
    getLocale(),
    orderOrNotFound(number),
    loadOrderInvoices(number).catch(() => []),
  ]);
  const visits = visitsOf(order);
  const zone = visits[0]?.zone ?? "Europe/London";
  const at = now().toISOString();
  const over = !visits.some((visit) => liesAhead(visit, at));
  return (
    <Texts of={["questions", "payments", "library", "giftCards", "packages"]}>
      <PageTitle
        above={order.business_name}
        title={t.rich("orderTitle", {
          number: order.number,
          b: (words) => <span className={styles.whole}>{words}</span>,
        })}
        lead={t("placed", {
          day: formatDay(order.placed_at, visits[0]?.zone ?? "Europe/London", locale, { year: true }),
        })}
      />
      {order.in_review && (
        <Notice>
          <p>{td("review")}</p>
        </Notice>
      )}
      {visits.length > 0 && (
        <section className={styles.section} aria-labelledby="visits">
          <h2 id="visits">{t("visits")}</h2>
          <SeriesLinks ids={subscriptionsOf(order.lines.filter(isVisit))} path="/cus/subscriptions/" />
          <ul className={styles.list}>
            {visits.map((visit) => (
              <li key={visit.appointmentId} id={visitAnchor(visit.appointmentId)}>
                <VisitCard visit={visit} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <QueryProvider>
        <Bought order={order} />
        <BoughtCards order={order} />
        <BoughtPasses order={order} />
      </QueryProvider>
      <section className={styles.section} aria-labelledby="price">
        <h2 id="price">{t("price")}</h2>
        <PriceSteps order={order} over={over} />
        <PaidList order={order} zone={zone} reader="customer" />
        <Charges order={order} zone={zone} reader="customer" />
        <QueryProvider>
          <PayPanel order={order} backTo={`/cus/orders/${order.number}/`} />
        </QueryProvider>
        <CallOff order={order} />
        <TipPanel order={order} backTo={`/cus/orders/${order.number}/`} />
        <InvoiceLinks invoices={invoices} />
        <div>{visits.length > 0 && <BookAgain number={order.number} />}</div>
      </section>
      {(order.business_phone || order.business_email) && (
        <section className={styles.section} aria-labelledby="help">
          <h2 id="help">{t("help")}</h2>
          <ul className={styles.contact}>
            {order.business_phone && (
              <li>
                <a href={telLink(order.business_phone)}>
                  <Icon name="phone" size={20} />
                  {t("call", { phone: order.business_phone })}
                </a>
              </li>
            )}
            {order.business_email && (
              <li>
                <a href={`mailto:${order.business_email}`}>
                  <Icon name="mail" size={20} />
                  {t("mail", { email: order.business_email })}
                </a>
              </li>
            )}
          </ul>
        </section>
      )}
    </Texts>
  );
}
