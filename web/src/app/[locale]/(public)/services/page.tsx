// Every service of every business, with its price: made on the server, so that search engines read it too.
import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBundles } from "@/features/bundles/loaders";
import { type Bundle, bundleHref } from "@/features/bundles/rules";
import { loadBusinesses } from "@/features/business/loaders";
import { houseThings } from "@/features/business/structured";
import styles from "@/features/catalog/components/catalog.module.css";
import { Picture } from "@/features/catalog/components/Picture";
import { Price } from "@/features/catalog/components/Price";
import { useLength } from "@/features/catalog/components/useLength";
import { loadServices } from "@/features/catalog/loaders";
import { bookingHref, byCategory, type Service, servicePath } from "@/features/catalog/rules";
import { servicesThing } from "@/features/catalog/structured";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

const PATH = "/services/";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("services"), getLocale()]);
  return pageMetadata({ locale, path: PATH, title: t("title"), description: t("lead"), card: "services" });
}

export default async function ServicesPage() {
  const [t, tb, locale] = await Promise.all([
    getTranslations("services"),
    getTranslations("booking.bundle"),
    getLocale(),
  ]);
  const [services, bundles, businesses] = await Promise.all([
    loadServices(locale),
    loadBundles(locale),
    loadBusinesses(locale),
  ]);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: PATH },
  ];
  return (
    <>
      <StructuredData
        things={[
          ...houseThings(businesses, locale),
          servicesThing(services, locale),
          breadcrumbs(steps, locale),
        ]}
      />
      <PageTitle title={t("title")} lead={t("lead")} />
      {services.length === 0 && (
        <EmptyState title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      {byCategory(services).map((category) => (
        <section key={category.slug} className={styles.category}>
          <Picture url={category.picture_url} />
          <h2>{category.name}</h2>
          {category.description && <p className={styles.muted}>{category.description}</p>}
          <ul className={styles.list}>
            {category.services.map((service) => (
              <Item key={service.id} service={service} />
            ))}
          </ul>
        </section>
      ))}
      {bundles.length > 0 && (
        <section className={styles.category}>
          <h2>{tb("shelf")}</h2>
          <ul className={styles.list}>
            {bundles.map((bundle) => (
              <Together key={bundle.id} bundle={bundle} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Together({ bundle }: { bundle: Bundle }) {
  const t = useTranslations("services");
  const tb = useTranslations("booking");
  const locale = useLocale();
  const length = useLength();
  const price = formatMoney({ amount: bundle.from_amount, currency: bundle.currency }, locale);
  return (
    <li className={styles.item}>
      <h3>{bundle.name}</h3>
      <p className={styles.muted}>
        {bundle.steps.map(({ name }) => name).join(" + ")}
        <br />
        {tb(bundle.same_person ? "bundle.onePerson" : `bundle.timing.${bundle.timing}`)}
      </p>
      <p className={styles.foot}>
        <strong>{tb("from", { price })}</strong>
        <span>{length(bundle.duration_minutes)}</span>
        <ButtonLink
          href={bundleHref(bundle)}
          prefetch={false}
          aria-label={t("bookNamed", { name: bundle.name })}
        >
          {t("book")}
        </ButtonLink>
      </p>
    </li>
  );
}

function Item({ service }: { service: Service }) {
  const t = useTranslations("services");
  const length = useLength();
  return (
    <li className={styles.item}>
      <Picture url={service.picture_url} />
      <h3>
        <Link href={servicePath(service)}>{service.name}</Link>
      </h3>
      <p className={styles.muted}>{service.description}</p>
      <p className={styles.foot}>
        <strong>
          <Price service={service} />
        </strong>
        <span>{length(service.duration_minutes)}</span>
        <ButtonLink
          href={bookingHref(service)}
          prefetch={false}
          aria-label={t("bookNamed", { name: service.name })}
        >
          {t("book")}
        </ButtonLink>
      </p>
    </li>
  );
}
