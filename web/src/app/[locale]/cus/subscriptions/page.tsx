// The signed-in customer's visits that repeat.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import styles from "@/features/subscriptions/components/subscriptions.module.css";
import { loadSubscriptions } from "@/features/subscriptions/loaders";
import { isSubscriptionState, rhythmOf } from "@/features/subscriptions/rules";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("mineTitle") };
}

export default async function MySubscriptions({ searchParams }: Props) {
  await requireArea("cus");
  const [t, tr, locale, { subscriptions, next }] = await Promise.all([
    getTranslations("subscriptions"),
    getTranslations("booking.rhythm"),
    getLocale(),
    loadSubscriptions(readList(await searchParams, [])),
  ]);
  return (
    <>
      <PageTitle title={t("mineTitle")} lead={t("mineLead")} />
      {subscriptions.length === 0 && (
        <EmptyState
          icon="calendar"
          heading="h2"
          title={t("mineNoneTitle")}
          action={
            <ButtonLink kind="main" href="/booking/">
              {t("book")}
            </ButtonLink>
          }
        >
          {t("mineNoneText")}
        </EmptyState>
      )}
      {subscriptions.map((row) => {
        const rhythm = rhythmOf(row);
        const price = formatMoney({ amount: row.price_amount, currency: row.currency }, locale);
        return (
          <article key={row.id} className={styles.card}>
            <h2>
              <Link href={`/cus/subscriptions/${row.id}/`}>{row.name}</Link>
            </h2>
            <p>
              {t("lead", {
                rhythm: rhythm ? tr(rhythm) : tr("weeks", { count: row.every }),
                count: row.months,
                price,
              })}
            </p>
            <p className={styles.state} data-state={row.state}>
              {isSubscriptionState(row.state) && t(`state.${row.state}`)}
              {row.next_at &&
                ` · ${t("nextOn", { day: formatDay(row.next_at, row.zone, locale), time: formatTime(row.next_at, row.zone, locale) })}`}
            </p>
          </article>
        );
      })}
      {next && (
        <p className={styles.actions}>
          <ButtonLink href={{ pathname: "/cus/subscriptions/", query: { after: next } }}>
            {t("more")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
