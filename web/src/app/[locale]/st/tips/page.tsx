// Tips that customers gave the reader.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import styles from "@/features/payments/components/payments.module.css";
import { loadTips } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { loadWeek } from "@/features/staff/loaders";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tips"))("title") };
}

export default async function TipsPage({ searchParams }: Props) {
  const { staff_id } = await requireArea("st");
  if (!staff_id) return <NoStaffRecord />;
  const { after } = await searchParams;
  const [t, locale, { tips, next }, { zone }] = await Promise.all([
    getTranslations("tips"),
    getLocale(),
    loadTips(typeof after === "string" ? after : ""),
    loadWeek(staff_id),
  ]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {tips.length === 0 ? (
        <EmptyState icon="tag" heading="h2" title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <ul className={styles.lines}>
          {tips.map((tip) => (
            <li key={tip.id}>
              <p className={styles.line}>
                <span>{formatDay(tip.given_at, zone, locale)}</span>
                <span>{t("from", { number: tip.order_number })}</span>
                <strong>
                  {formatMoney({ amount: tip.amount, currency: tip.currency }, locale, { exact: true })}
                </strong>
              </p>
              {tip.is_back && <p className={styles.text}>{t("back")}</p>}
            </li>
          ))}
        </ul>
      )}
      {next && <ButtonLink href={`/st/tips/?after=${next}`}>{t("older")}</ButtonLink>}
    </>
  );
}
