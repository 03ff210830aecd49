// The businesses of this installation; each leads to its brand, rules and places.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { Logo } from "@/components/ui/Logo";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import styles from "@/features/settings/components/settings.module.css";
import { ownBrand } from "@/lib/contrast";
import { languageName } from "@/lib/i18n/languages";
import { Link } from "@/lib/i18n/navigation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsListPage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, businesses] = await Promise.all([getTranslations("settings"), loadBusinesses(locale)]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {businesses.length === 0 && (
        <EmptyState title={t("none")} heading="h2">
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      <ul className={styles.list}>
        {businesses.map((business) => (
          <li key={business.id} className={styles.item} data-brand="" style={ownBrand(business.accent)}>
            {business.logo_url ? (
              <Logo src={business.logo_url} />
            ) : (
              <span className={styles.swatch} aria-hidden="true" />
            )}
            <div className={styles.about}>
              <h2>
                <Link href={`/ad/settings/${business.slug}/`} className={styles.open}>
                  {business.name}
                </Link>
              </h2>
              {business.tagline && <p>{business.tagline}</p>}
              <p className={styles.quiet}>
                {[
                  business.currency,
                  business.zone,
                  business.languages.map((code) => languageName(code, locale)).join(", "),
                ].join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
