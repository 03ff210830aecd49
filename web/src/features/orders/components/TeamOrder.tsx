// One order for the team: whose it is, its visits, what it costs, and its money as far as the reader may move it.
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { PageTitle } from "@/components/ui/PageTitle";
import { teamsChangeOnOrder, teamsWays } from "@/features/appointments/changes";
import { AppointmentState } from "@/features/appointments/components/AppointmentState";
import { ChangeVisit } from "@/features/appointments/components/ChangeVisit";
import { PriceSteps } from "@/features/appointments/components/PriceSteps";
import { PutBack } from "@/features/appointments/components/PutBack";
import { Reasons } from "@/features/appointments/components/Reasons";
import { loadOrder } from "@/features/appointments/loaders";
import { liesAhead, type Order, type Visit, visitAnchor, visitsOf } from "@/features/appointments/rules";
import { Answers } from "@/features/catalog/components/Answers";
import { InvoiceLinks } from "@/features/invoices/components/InvoiceLinks";
import { loadOrderInvoices } from "@/features/invoices/loaders";
import { OrderMoney } from "@/features/payments/components/OrderMoney";
import { requireArea } from "@/features/session/loaders";
import type { TeamArea } from "@/features/session/rules";
import { SeriesLinks } from "@/features/subscriptions/components/SeriesLinks";
import { problemOf } from "@/lib/api/problem";
import { now } from "@/lib/clock";
import { formatDay, formatRange } from "@/lib/datetime/format";
import { Texts } from "@/lib/i18n/Texts";
import { isVisit, subscriptionsOf } from "../rules";
import styles from "./TeamOrder.module.css";

type Props = { area: TeamArea; number: string };

type Say = Awaited<ReturnType<typeof getTranslations<"orderList">>>;

/** "By phone, by Val Adams" */
function bookedBy({ booked_by: by }: Order, t: Say): string {
  if (!by) return "";
  return t(`bookedBy.${by.kind}`, { name: by.name });
}

/** Whom of the team it was said to on the phone. */
function saidTo({ booked_by: by }: Order, t: Say): string {
  return by?.kind === "team" ? t("saidOnPhone", { name: by.name }) : "";
}

function goodState(line: Order["lines"][number]) {
  if (line.revoked_at) return "goodBack";
  if (line.withheld) return line.withheld === "lost" ? "goodLost" : "goodWithheld";
  return line.delivered_at ? "goodDelivered" : "goodOpen";
}

function whenOf({ startsAt, endsAt, zone }: Visit, locale: string): string {
  return formatRange(startsAt, endsAt, zone, locale);
}

async function orderOrNotFound(number: string) {
  try {
    return await loadOrder(number);
  } catch (error) {
    if ([403, 404].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export async function TeamOrder({ area, number }: Props) {
  const me = await requireArea(area);
  const seesPayments = area === "ad" || (me.scope_actions?.includes("refunds") ?? false);
  const [t, ta, tm, locale, order, invoices] = await Promise.all([
    getTranslations("orderList"),
    getTranslations("areas.customer"),
    getTranslations("paymentsTeam"),
    getLocale(),
    orderOrNotFound(number),
    loadOrderInvoices(number).catch(() => []),
  ]);
  const visits = visitsOf(order);
  const goods = order.lines.filter(({ kind }) => kind !== "visit");
  const at = now().toISOString();
  const zone = visits[0]?.zone ?? "Europe/London";
  return (
    <Texts of={["payments", "paymentsTeam", "links"]}>
      <PageTitle
        above={order.business_name}
        title={ta.rich("orderTitle", {
          number: order.number,
          b: (words) => <span className={styles.whole}>{words}</span>,
        })}
        lead={ta("placed", {
          day: formatDay(order.placed_at, zone, locale, { year: true }),
        })}
      />
      <section className={styles.section} aria-labelledby="customer">
        <h2 id="customer">{t("customer")}</h2>
        <p>
          <bdi>{order.customer_name}</bdi>
          <br />
          {order.customer_email && <a href={`mailto:${order.customer_email}`}>{order.customer_email}</a>}
        </p>
        <p>{bookedBy(order, t)}</p>
        <p className={styles.quiet}>
          {order.early_start_consent_at
            ? [
                t("earlyStart", {
                  day: formatDay(order.early_start_consent_at, zone, locale, { year: true }),
                }),
                saidTo(order, t),
              ].join(" ")
            : visits.length > 0 && t("noEarlyStart")}
        </p>
      </section>
      <section className={styles.section} aria-labelledby="visits" hidden={visits.length === 0}>
        <h2 id="visits">{ta("visits")}</h2>
        {area !== "st" && (
          <SeriesLinks ids={subscriptionsOf(order.lines.filter(isVisit))} path={`/${area}/subscriptions/`} />
        )}
        <ul className={styles.list}>
          {visits.map((visit) => (
            <li key={visit.appointmentId} id={visitAnchor(visit.appointmentId)} className={styles.visit}>
              <strong>{whenOf(visit, locale)}</strong> <AppointmentState state={visit.state} />
              <br />
              {visit.line.name}
              {visit.line.staff_name && `, ${visit.line.staff_name}`}
              {visit.line.address && (
                <>
                  <br />
                  <bdi className={styles.quiet}>{visit.line.address}</bdi>
                </>
              )}
              <Answers answers={visit.line.answers ?? []} />
              <Reasons line={visit.line} />
              {teamsWays(visit).length > 0 && (
                <ChangeVisit
                  visit={teamsChangeOnOrder(visit)}
                  ways={teamsWays(visit)}
                  what={`${visit.line.name}, ${whenOf(visit, locale)}`}
                />
              )}
              {(visit.line.can_restore || visit.line.can_undo_move) && (
                <PutBack
                  visit={teamsChangeOnOrder(visit)}
                  what={visit.line.can_restore ? "restore" : "undoMove"}
                  about={`${visit.line.name}, ${whenOf(visit, locale)}`}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {goods.length > 0 && (
        <section className={styles.section} aria-labelledby="goods">
          <h2 id="goods">{t("goods")}</h2>
          <ul className={styles.list}>
            {goods.map((line) => (
              <li key={line.id} className={styles.visit}>
                <strong>{line.name}</strong>
                <br />
                <span className={styles.quiet}>{t(goodState(line))}</span>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>
            {order.download_consent_at &&
              [
                t("downloadConsent", {
                  day: formatDay(order.download_consent_at, zone, locale, { year: true }),
                }),
                saidTo(order, t),
              ].join(" ")}
          </p>
        </section>
      )}
      <section className={styles.section} aria-labelledby="price">
        <h2 id="price">{ta("price")}</h2>
        <PriceSteps order={order} over={!visits.some((visit) => liesAhead(visit, at))} />
      </section>
      <section className={styles.section} aria-labelledby="money">
        <h2 id="money">{tm("money")}</h2>
        <QueryProvider>
          <OrderMoney
            order={order}
            zone={zone}
            paymentsPath={seesPayments ? `/${area}/payments/` : undefined}
          />
        </QueryProvider>
        <InvoiceLinks invoices={invoices} />
      </section>
    </Texts>
  );
}
