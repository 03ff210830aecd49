// One mentor in the list: who, what they know, what it costs at least, and when they are free next.
import { useLocale, useTranslations } from "next-intl";
import { Face } from "@/features/catalog/components/Face";
import { capitalised, languageName, listOf } from "@/lib/i18n/languages";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { lowestPrices, type Profile, profileHref } from "../rules";
import styles from "./mentors.module.css";
import { NextFree } from "./NextFree";
import { Rating } from "./Rating";

export function MentorCard({ profile, online }: { profile: Profile; online: string }) {
  const t = useTranslations("mentors");
  const locale = useLocale();
  const prices = lowestPrices(profile).map((price) => formatMoney(price, locale));
  const languages = profile.languages.map((code) => languageName(code, locale));
  const [opening = ""] = profile.biography.split("\n");
  return (
    <li className={styles.card}>
      <Face name={profile.name} photoUrl={profile.photo_url} size={96} />
      <div className={styles.words}>
        <h2>
          <Link href={profileHref(profile, online)} prefetch={false} className={styles.name}>
            {profile.name}
          </Link>
        </h2>
        <p className={styles.muted}>
          {profile.title}
          {profile.is_featured && <span className={styles.featured}>{t("featured")}</span>}
        </p>
        <Rating value={profile.rating} />
        {opening && (
          <p className={styles.opening} lang={profile.biography_language}>
            {opening}
          </p>
        )}
        {profile.expertise.length > 0 && (
          <ul className={styles.tags} aria-label={t("expertise")}>
            {profile.expertise.map(({ slug, name }) => (
              <li key={slug}>{name}</li>
            ))}
          </ul>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t("nextFree")}</dt>
          <dd>
            {profile.next_free_at ? (
              <NextFree at={profile.next_free_at} zone={profile.zone} />
            ) : (
              t("noneFree")
            )}
          </dd>
        </div>
        <div>
          <dt>{t("price")}</dt>
          <dd>{t("from", { price: listOf(prices, locale, "or") })}</dd>
        </div>
        {languages.length > 0 && (
          <div>
            <dt>{t("speaks")}</dt>
            <dd>{capitalised(listOf(languages, locale), locale)}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
