// The first page: two doors, how it works, and the way back to a booking.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Logo } from "@/components/ui/Logo";
import { type Business, loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { loadFrame } from "@/features/business/shell";
import { houseThings } from "@/features/business/structured";
import { loadOffers } from "@/features/giftcards/loaders";
import { loadPackages } from "@/features/packages/loaders";
import { loadProducts } from "@/features/products/loaders";
import { now } from "@/lib/clock";
import { ownBrand } from "@/lib/contrast";
import { dateIn, weekdayIndex } from "@/lib/datetime/calendar";
import { formatDayNumber, formatMonth, type IsoDate, weekdayNames } from "@/lib/datetime/format";
import { pageMetadata } from "@/lib/seo/page";
import styles from "./home.module.css";

const steps = ["choose", "confirm", "relax"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("meta"), getLocale()]);
  return pageMetadata({
    locale,
    path: "/",
    title: t("title"),
    description: t("description"),
    whole: true,
    card: "home",
  });
}

/** Today, as an almanac's leaf: decoration, so readers' devices pass over it. */
function Leaf({ date, locale }: { date: IsoDate; locale: string }) {
  return (
    <time className={styles.leaf} dateTime={date} aria-hidden="true">
      <span>{weekdayNames(locale, "long")[weekdayIndex(date)]}</span>
      <strong>{formatDayNumber(date)}</strong>
      <span>{formatMonth(date, locale)}</span>
    </time>
  );
}

type DoorProps = {
  business: Business | undefined;
  icon: IconName;
  kicker: string;
  title: string;
  children: ReactNode;
};

/** The way to one business: in its colour, with its logo and its own words where it has some. */
function Door({ business, icon, kicker, title, children }: DoorProps) {
  return (
    <div className={styles.door} data-brand={business?.slug} style={business && ownBrand(business.accent)}>
      <p className={styles.kicker}>
        {business?.logo_url ? <Logo src={business.logo_url} /> : <Icon name={icon} />}
        {kicker}
      </p>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export default async function HomePage() {
  const [t, locale] = await Promise.all([getTranslations("home"), getLocale()]);
  // The first page comes even when the API does not answer; then without facts.
  const [{ zone }, businesses, products, offers, packages] = await Promise.all([
    loadFrame(locale),
    loadBusinesses(locale).catch(() => []),
    loadProducts(locale).catch(() => []),
    loadOffers(locale).catch(() => []),
    loadPackages(locale).catch(() => []),
  ]);
  const today = dateIn(zone, now());
  const { atHome, online } = doors(businesses);
  return (
    <>
      <StructuredData things={houseThings(businesses, locale)} />
      <section className={styles.head}>
        <div>
          <h1>{t("title")}</h1>
          <p className={styles.lead}>{t("lead")}</p>
        </div>
        <Leaf date={today} locale={locale} />
      </section>
      <section className={styles.doors} aria-label={t("doors")}>
        <Door business={atHome} icon="home" kicker={t("homeDoor.kicker")} title={t("homeDoor.title")}>
          <p>{atHome?.tagline || t("homeDoor.text")}</p>
          <ButtonLink kind="main" href="/booking/" className={styles.enter}>
            {t("homeDoor.action")}
            <Icon name="arrow" size={20} />
          </ButtonLink>
        </Door>
        <Door business={online} icon="talk" kicker={t("mentorDoor.kicker")} title={t("mentorDoor.title")}>
          <p>{online?.tagline || t("mentorDoor.text")}</p>
          <ButtonLink href="/mentors/" className={styles.enter}>
            {t("mentorDoor.action")}
            <Icon name="arrow" size={20} />
          </ButtonLink>
        </Door>
      </section>
      <section className={styles.how}>
        <h2>{t("stepsTitle")}</h2>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <h3>{t(`steps.${step}.title`)}</h3>
              <p>{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      {products.length > 0 && (
        <section className={styles.track}>
          <div>
            <h2>{t("productsTitle")}</h2>
            <p>{t("productsText")}</p>
          </div>
          <ButtonLink href="/products/">{t("productsAction")}</ButtonLink>
        </section>
      )}
      {packages.length > 0 && (
        <section className={styles.track}>
          <div>
            <h2>{t("packagesTitle")}</h2>
            <p>{t("packagesText")}</p>
          </div>
          <ButtonLink href="/packages/">{t("packagesAction")}</ButtonLink>
        </section>
      )}
      {offers.length > 0 && (
        <section className={styles.track}>
          <div>
            <h2>{t("giftTitle")}</h2>
            <p>{t("giftText")}</p>
          </div>
          <ButtonLink href="/gift-cards/">{t("giftAction")}</ButtonLink>
        </section>
      )}
      <section className={styles.track}>
        <div>
          <h2>{t("trackTitle")}</h2>
          <p>{t("trackText")}</p>
        </div>
        <ButtonLink href="/track/">{t("trackAction")}</ButtonLink>
      </section>
    </>
  );
}
