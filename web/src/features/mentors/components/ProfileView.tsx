// Somebody who can be booked: who they are, what for, and when they are free.
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import { Face } from "@/features/catalog/components/Face";
import { useLength } from "@/features/catalog/components/useLength";
import { bookingHref } from "@/features/catalog/rules";
import { ProductList } from "@/features/products/components/ProductList";
import type { Product } from "@/features/products/rules";
import { cityOf } from "@/lib/datetime/zone";
import { capitalised, languageName, listOf } from "@/lib/i18n/languages";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import type { Offered, Profile } from "../rules";
import styles from "./mentors.module.css";
import { NextFree } from "./NextFree";
import { Rating } from "./Rating";
import { Share } from "./Share";

type Props = {
  profile: Profile;
  /** The full address, to be passed on. */
  url: string;
  above: { href: string; label: string };
  /** What they sell to download. */
  products?: readonly Product[];
};

export function ProfileView({ profile, url, above, products = [] }: Props) {
  const t = useTranslations("mentors");
  const tp = useTranslations("products");
  const locale = useLocale();
  const languages = profile.languages.map((code) => languageName(code, locale));
  const online = profile.offered.some(({ venue }) => venue === "online");
  return (
    <article className={styles.profile}>
      <p>
        <Link href={above.href}>{above.label}</Link>
      </p>
      <header className={styles.head}>
        <Face name={profile.name} photoUrl={profile.photo_url} size={176} />
        <div>
          <h1>{profile.name}</h1>
          <p className={styles.lead} lang={profile.title_language || undefined}>
            {profile.title}
          </p>
          <Rating value={profile.rating} />
          {languages.length > 0 && <p>{t("speaksLine", { languages: listOf(languages, locale) })}</p>}
          {online && <p className={styles.muted}>{t("clock", { city: cityOf(profile.zone) })}</p>}
          {profile.expertise.length > 0 && (
            <ul className={styles.tags} aria-label={t("expertise")}>
              {profile.expertise.map(({ slug, name }) => (
                <li key={slug}>{name}</li>
              ))}
            </ul>
          )}
        </div>
      </header>
      {profile.biography && (
        <section className={styles.section}>
          <h2>{t("about", { name: profile.name })}</h2>
          <p className={styles.about} lang={profile.biography_language}>
            {profile.biography}
          </p>
        </section>
      )}
      <section className={styles.section}>
        <h2>{t(online ? "sessions" : "visits")}</h2>
        <ul className={styles.sessions}>
          {profile.offered.map((offered) => (
            <Session key={offered.service_id} offered={offered} profile={profile} />
          ))}
        </ul>
      </section>
      {products.length > 0 && (
        <section className={styles.section}>
          <h2>{tp("fromMentor", { name: profile.name })}</h2>
          <ProductList products={products} withMentor={false} heading="h3" />
        </section>
      )}
      <section className={styles.section}>
        <h2>{t("share.title")}</h2>
        <p>{capitalised(t("share.text", { name: profile.name }), locale)}</p>
        <Share url={url} subject={t("share.subject", { name: profile.name })} />
      </section>
    </article>
  );
}

function Session({ offered, profile }: { offered: Offered; profile: Profile }) {
  const t = useTranslations("mentors");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const length = useLength();
  const price = formatMoney({ amount: offered.price_amount, currency: offered.currency }, locale);
  const place =
    offered.venue === "online" ? "online" : offered.venue === "customer" ? "customer" : "business";
  return (
    <li className={styles.session}>
      <div>
        <h3>{offered.name}</h3>
        {offered.description && <p className={styles.muted}>{offered.description}</p>}
        <p className={styles.figures}>
          <strong>{offered.plus_tax ? tu("plusTax", { price }) : price}</strong>
          <span>{length(offered.duration_minutes)}</span>
          <span>{t(`venue.${place}`)}</span>
          <span>{offered.capacity > 1 ? t("group", { count: offered.capacity }) : t("oneToOne")}</span>
        </p>
        {offered.next_free.length > 0 && (
          <>
            <p className={styles.muted} id={`next-${offered.slug}`}>
              {t("nextTimes")}
            </p>
            <ul className={styles.times} aria-labelledby={`next-${offered.slug}`}>
              {offered.next_free.map((at, index) => (
                <li key={at}>
                  <NextFree at={at} zone={profile.zone} seats={offered.seats_left[index]} />
                </li>
              ))}
            </ul>
          </>
        )}
        {offered.next_free.length === 0 && offered.venue !== "customer" && (
          <p className={styles.muted}>{t("noneFree")}</p>
        )}
      </div>
      <ButtonLink
        kind={offered === profile.offered[0] ? "main" : "second"}
        href={bookingHref({ business: profile.business, slug: offered.slug }, profile.slug)}
        prefetch={false}
        aria-label={t("book", { service: offered.name, name: profile.name })}
      >
        {t("bookShort")}
      </ButtonLink>
    </li>
  );
}
