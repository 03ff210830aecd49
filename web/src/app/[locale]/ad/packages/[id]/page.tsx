// One package that somebody has: what is left, every visit, every movement of money, and its end.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { FactList } from "@/features/giftcards/components/FactList";
import cards from "@/features/giftcards/components/giftcards.module.css";
import { MoveTable } from "@/features/giftcards/components/MoveTable";
import { EndPass } from "@/features/packages/components/EndPass";
import { loadPass } from "@/features/packages/loaders";
import { movementNamed, standingOf } from "@/features/packages/rules";
import { requireArea } from "@/features/session/loaders";
import { formatDate, formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("packagesTeam"))("title") };
}

export default async function PassPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, tp, locale, held] = await Promise.all([
    getTranslations("packagesTeam"),
    getTranslations("packages"),
    getLocale(),
    loadPass(id),
  ]);
  if (!held) notFound();
  const businesses = await loadBusinesses(locale);
  const zone = businesses.find(({ slug }) => slug === held.business)?.zone ?? "UTC";
  const money = (amount: number) => formatMoney({ amount, currency: held.currency }, locale, { exact: true });
  const day = (at: string) => formatDay(at, zone, locale, { year: true });
  const facts: [string, string][] = [
    [t("left"), `${held.left} / ${held.visits}`],
    [t("state"), tp(`state.${held.state}`)],
    [t("customer"), held.customer_name],
    [t("code"), held.ending ? `…${held.ending}` : t("noCode")],
    [t("amount"), money(held.amount)],
    [t("unused"), held.unused_amount > 0 ? money(held.unused_amount) : ""],
    [t("made"), day(held.created_at)],
    [t("ends"), held.valid_until ? formatDate(held.valid_until, locale) : t("noEnd")],
    [t("lapsed"), held.lapsed > 0 ? String(held.lapsed) : ""],
    [t("refunded"), held.refunded > 0 ? String(held.refunded) : ""],
    [t("how"), held.order_number ? "" : t("byHand", { name: held.given_by })],
    [t("reason"), held.reason],
  ];
  return (
    <Texts of={["packagesTeam", "proof"]}>
      <PageTitle
        above={<Link href="/ad/packages/">{t("title")}</Link>}
        title={held.name}
        {...(held.order_number && {
          lead: <Link href={`/ad/orders/${held.order_number}/`}>{held.order_number}</Link>,
        })}
      />
      <FactList facts={facts} />
      <section className={cards.section} aria-labelledby="visits">
        <h2 id="visits">{t("visitsUsed")}</h2>
        {held.visits_used.length === 0 ? (
          <p className={cards.muted}>{t("noVisits")}</p>
        ) : (
          <MoveTable
            columns={[
              { name: t("visit") },
              { name: t("order") },
              { name: t("state") },
              { name: t("earned"), isAmount: true },
            ]}
            rows={held.visits_used.map((use) => [
              [
                use.starts_at && formatDay(use.starts_at, use.zone, locale, { year: true }),
                use.name,
                use.staff_name,
              ]
                .filter(Boolean)
                .join(", "),
              <Link key="order" href={`/ad/orders/${use.order_number}/`}>
                {use.order_number}
              </Link>,
              tp(`use.${standingOf(use)}`),
              use.earned_amount > 0 ? money(use.earned_amount) : "",
            ])}
          />
        )}
      </section>
      <section className={cards.section} aria-labelledby="moves">
        <h2 id="moves">{t("moves")}</h2>
        <p className={cards.muted}>{t("movesText")}</p>
        {held.entries.length > 0 && (
          <MoveTable
            columns={[
              { name: t("day") },
              { name: t("what") },
              { name: t("amount"), isAmount: true },
              { name: t("owed"), isAmount: true },
            ]}
            rows={held.entries.map((entry) => [
              day(entry.happened_at),
              t(`kind.${movementNamed(entry.kind)}`, { kind: entry.kind }),
              money(entry.amount),
              money(entry.balance_amount),
            ])}
          />
        )}
      </section>
      <section className={cards.section}>
        <EndPass held={held} />
      </section>
    </Texts>
  );
}
