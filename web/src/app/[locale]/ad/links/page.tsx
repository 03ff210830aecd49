// Links to a booking: choose what is already chosen in it, and take the link, its code for print, or a line for a site.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { FilterBar } from "@/components/list/FilterBar";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { loadServices, loadStaff } from "@/features/catalog/loaders";
import { CopyText } from "@/features/links/components/CopyText";
import { Embed } from "@/features/links/components/Embed";
import styles from "@/features/links/components/links.module.css";
import { PrintButton } from "@/features/links/components/PrintButton";
import { Sites } from "@/features/links/components/Sites";
import { codeAddress, loadLink, loadSiteSettings } from "@/features/links/loaders";
import { type LinkTo, linkQuery } from "@/features/links/rules";
import { requireArea } from "@/features/session/loaders";
import { localeNames, locales } from "@/lib/i18n/routing";
import { Texts } from "@/lib/i18n/Texts";
import { publicUrl } from "@/lib/seo/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links"))("title") };
}

export default async function LinksPage({ searchParams }: Props) {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, businesses, query] = await Promise.all([
    getTranslations("links"),
    loadBusinesses(locale),
    searchParams,
  ]);
  const asked = readList(query, ["business", "service", "staff", "language"]).filters;
  const business = businesses.find(({ slug }) => slug === asked.business) ?? businesses[0];
  if (!business) return <PageTitle title={t("title")} lead={t("lead")} />;
  const [services, everybody, settings] = await Promise.all([
    loadServices(locale, business.slug),
    loadStaff(locale, business.slug),
    loadSiteSettings(business.slug),
  ]);
  const service = services.find(({ slug }) => slug === asked.service);
  const people = service
    ? service.staff.map(({ staff_slug, name }) => ({ value: staff_slug, label: name }))
    : everybody.map(({ slug, name }) => ({ value: slug, label: name }));
  const staff = people.find(({ value }) => value === asked.staff);
  const to: LinkTo = {
    business: business.slug,
    ...(service && { service: service.slug }),
    ...(staff && { staff: staff.value }),
    ...(asked.language && { language: asked.language }),
  };
  const url = await loadLink(to);
  const name = [business.name, service?.name, staff?.label].filter(Boolean).join(", ");
  return (
    <Texts of={["list", "links"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <FilterBar
        path="/ad/links/"
        sort=""
        filters={[
          {
            name: "business",
            label: t("business"),
            value: business.slug,
            choices: businesses.map(({ slug, name: label }) => ({ value: slug, label })),
          },
          {
            name: "service",
            label: t("service"),
            value: to.service ?? "",
            choices: [
              { value: "", label: t("open") },
              ...services.map(({ slug, name: label }) => ({ value: slug, label })),
            ],
          },
          {
            name: "staff",
            label: t("person"),
            value: to.staff ?? "",
            choices: [{ value: "", label: t("open") }, ...people],
          },
          {
            name: "language",
            label: t("language"),
            value: to.language ?? "",
            choices: [
              { value: "", label: t("readers") },
              ...locales.map((code) => ({ value: code, label: localeNames[code] })),
            ],
          },
        ]}
      />
      {url === null ? (
        <EmptyState title={t("nowhere")} heading="h2">
          <p>{t("nowhereText")}</p>
        </EmptyState>
      ) : (
        <>
          <section className={styles.section} aria-labelledby="link-title">
            <h2 id="link-title">{t("linkTitle")}</h2>
            <CopyText name="link" label={t("link")} copy={t("copyLink")} text={url} />
          </section>
          <section className={styles.section} aria-labelledby="code-title">
            <h2 id="code-title">{t("codeTitle")}</h2>
            <p className={styles.lead}>{t("codeText")}</p>
            <div className={styles.code}>
              <figure className={styles.sheet}>
                {/* biome-ignore lint/performance/noImgElement: drawn by the server in its own form. */}
                <img src={codeAddress(to, "svg")} alt={t("codeOf", { name })} width={220} height={220} />
                <figcaption className={styles.caption}>
                  {name}
                  <br />
                  {url}
                </figcaption>
              </figure>
              <p className={styles.actions}>
                <a href={codeAddress(to, "svg")} download>
                  {t("svg")}
                </a>
                <a href={codeAddress(to, "png")} download>
                  {t("png")}
                </a>
                <PrintButton label={t("print")} />
              </p>
            </div>
          </section>
          <section className={styles.section} aria-labelledby="embed-title">
            <h2 id="embed-title">{t("embed.title")}</h2>
            <p className={styles.lead}>{t("embed.text")}</p>
            <Embed key={linkQuery(to)} origin={publicUrl} to={to} />
          </section>
        </>
      )}
      <section className={styles.section} aria-labelledby="sites-title">
        <h2 id="sites-title">{t("sites.title", { business: business.name })}</h2>
        <p className={styles.lead}>{t("sites.text")}</p>
        <Sites key={business.slug} business={business.slug} saved={settings} />
      </section>
    </Texts>
  );
}
