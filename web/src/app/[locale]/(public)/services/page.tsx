// Every service of every business, with its price: made on the server, so that search engines read it too.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import styles from "@/features/catalog/components/catalog.module.css";
import { Picture } from "@/features/catalog/components/Picture";
import { Price } from "@/features/catalog/components/Price";
import { useLength } from "@/features/catalog/components/useLength";
import { loadServices } from "@/features/catalog/loaders";
import { bookingHref, byCategory, type Service } from "@/features/catalog/rules";
import { Link } from "@/lib/i18n/navigation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("title"), description: t("lead") };
}

export default async function ServicesPage() {
  const [t, locale] = await Promise.all([getTranslations("services"), getLocale()]);
  const services = await loadServices(locale);
  return (
    <>
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
    </>
  );
}

function Item({ service }: { service: Service }) {
  const t = useTranslations("services");
  const length = useLength();
  return (
    <li className={styles.item}>
      <Picture url={service.picture_url} />
      <h3>
        <Link href={`/services/${service.business}/${service.slug}/`}>{service.name}</Link>
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
