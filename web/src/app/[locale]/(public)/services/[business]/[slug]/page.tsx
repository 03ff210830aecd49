// One service: what it is, what it costs, who does it, and the way to book it.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { houseThings } from "@/features/business/structured";
import styles from "@/features/catalog/components/catalog.module.css";
import { Face } from "@/features/catalog/components/Face";
import { Picture } from "@/features/catalog/components/Picture";
import { Price } from "@/features/catalog/components/Price";
import { useLength } from "@/features/catalog/components/useLength";
import { loadService } from "@/features/catalog/loaders";
import { bookingHref, type Service, servicePath } from "@/features/catalog/rules";
import { serviceThing } from "@/features/catalog/structured";
import { loadPackages } from "@/features/packages/loaders";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

type Props = { params: Promise<{ business: string; slug: string }> };

async function find({ params }: Props): Promise<Service> {
  const [{ business, slug }, locale] = await Promise.all([params, getLocale()]);
  return (await loadService(locale, business, slug)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [service, t, locale] = await Promise.all([find(props), getTranslations("services"), getLocale()]);
  return pageMetadata({
    locale,
    path: servicePath(service),
    title: service.name,
    description: service.description || t("lead"),
    picture: service.picture_url ? { url: service.picture_url, alt: service.name } : undefined,
    card: "services",
  });
}

export default async function ServicePage(props: Props) {
  const [service, t, tp, locale] = await Promise.all([
    find(props),
    getTranslations("services"),
    getTranslations("packages"),
    getLocale(),
  ]);
  const [businesses, packages] = await Promise.all([
    loadBusinesses(locale),
    loadPackages(locale, service.id),
  ]);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: "/services/" },
    { name: service.name, path: servicePath(service) },
  ];
  return (
    <>
      <StructuredData
        things={[
          ...houseThings(businesses, locale),
          serviceThing(service, locale),
          breadcrumbs(steps, locale),
        ]}
      />
      <PageTitle
        above={<Link href="/services/">{t("all")}</Link>}
        title={service.name}
        lead={service.description}
      />
      <Picture url={service.picture_url} />
      <Facts service={service} />
      <ButtonLink kind="main" href={bookingHref(service)} prefetch={false}>
        {t("book")}
      </ButtonLink>
      {packages.length > 0 && (
        <section className={styles.section}>
          <h2>{tp("forService")}</h2>
          <ul>
            {packages.map((each) => (
              <li key={each.id}>
                <Link href={`/packages/#${each.slug}`}>{each.name}</Link>,{" "}
                {formatMoney({ amount: each.price_amount, currency: each.currency }, locale)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {service.extras.length > 0 && (
        <section className={styles.section}>
          <h2>{t("extras")}</h2>
          {service.plus_tax && <p className={styles.muted}>{t("extrasPlusTax")}</p>}
          <ul>
            {service.extras.map((extra) => (
              <li key={extra.id}>
                {extra.name}, +
                {formatMoney({ amount: extra.price_amount, currency: service.currency }, locale)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {service.preparation && (
        <section className={styles.section}>
          <h2>{t("prepare")}</h2>
          <p>{service.preparation}</p>
        </section>
      )}
      {service.staff.length > 0 && (
        <section className={styles.section}>
          <h2>{t("people")}</h2>
          <ul className={styles.people}>
            {service.staff.map((person) => (
              <li key={person.staff_id} className={styles.person}>
                <Face name={person.name} photoUrl={person.photo_url} />
                <span>
                  {person.name}
                  {person.title && <span className={styles.muted}>, {person.title}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Facts({ service }: { service: Service }) {
  const t = useTranslations("services");
  const length = useLength();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("price")}</dt>
        <dd>
          <Price service={service} />
        </dd>
      </div>
      <div>
        <dt>{t("length")}</dt>
        <dd>
          {length(service.duration_minutes)}
          {service.capacity > 1 && <span>, {t("group", { count: service.capacity })}</span>}
        </dd>
      </div>
    </dl>
  );
}
