// One gift card: what is left, every movement, and its end.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { FactList } from "@/features/giftcards/components/FactList";
import styles from "@/features/giftcards/components/giftcards.module.css";
import { MoveTable } from "@/features/giftcards/components/MoveTable";
import { VoidCard } from "@/features/giftcards/components/VoidCard";
import { loadCard } from "@/features/giftcards/loaders";
import { kindNamed } from "@/features/giftcards/rules";
import { requireArea } from "@/features/session/loaders";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("giftCardsTeam"))("title") };
}

export default async function GiftCardPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, tc, locale, card] = await Promise.all([
    getTranslations("giftCardsTeam"),
    getTranslations("giftCards"),
    getLocale(),
    loadCard(id),
  ]);
  if (!card) notFound();
  const businesses = await loadBusinesses(locale);
  const zone = businesses.find(({ slug }) => slug === card.business)?.zone ?? "UTC";
  const money = (amount: number) => formatMoney({ amount, currency: card.currency }, locale, { exact: true });
  const day = (at: string) => formatDay(at, zone, locale, { year: true });
  const facts: [string, string][] = [
    [t("left"), money(card.balance_amount)],
    [t("amount"), money(card.amount)],
    [t("state"), tc(`state.${card.state}`)],
    [t("for"), [card.recipient_name, card.recipient_email].filter(Boolean).join(", ")],
    [t("made"), day(card.created_at)],
    [t("told"), card.delivered_at ? day(card.delivered_at) : ""],
    [t("how"), card.order_number ? "" : t("byHand", { name: card.given_by })],
    [t("reason"), card.reason],
  ];
  return (
    <Texts of={["giftCards", "giftCardsTeam", "proof"]}>
      <PageTitle
        above={<Link href="/ad/gift-cards/">{t("title")}</Link>}
        title={card.ending ? t("named", { ending: card.ending }) : t("noCode")}
        {...(card.order_number && {
          lead: <Link href={`/ad/orders/${card.order_number}/`}>{card.order_number}</Link>,
        })}
      />
      <FactList facts={facts} />
      <section className={styles.section} aria-labelledby="moves">
        <h2 id="moves">{t("moves")}</h2>
        {card.entries.length === 0 ? (
          <p className={styles.muted}>{t("noMoves")}</p>
        ) : (
          <MoveTable
            columns={[
              { name: t("day") },
              { name: t("what") },
              { name: t("amount"), isAmount: true },
              { name: t("left"), isAmount: true },
            ]}
            rows={card.entries.map((entry) => [
              day(entry.happened_at),
              <>
                {t(`kind.${kindNamed(entry.kind)}`, { kind: entry.kind })}
                {entry.order_number && (
                  <>
                    {" "}
                    <Link href={`/ad/orders/${entry.order_number}/`}>{entry.order_number}</Link>
                  </>
                )}
              </>,
              money(entry.amount),
              money(entry.balance_amount),
            ])}
          />
        )}
      </section>
      {(card.state === "good" || card.state === "spent") && (
        <section className={styles.section}>
          <VoidCard card={card} />
        </section>
      )}
    </Texts>
  );
}
