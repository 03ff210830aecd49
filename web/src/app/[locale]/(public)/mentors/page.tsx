// The people met on a screen, with their sessions and the way to book one.
import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import styles from "@/features/catalog/components/catalog.module.css";
import { Face } from "@/features/catalog/components/Face";
import { useLength } from "@/features/catalog/components/useLength";
import { loadServices, loadStaff } from "@/features/catalog/loaders";
import { bookingHref, type Service, type StaffCard } from "@/features/catalog/rules";
import { formatMoney } from "@/lib/money/money";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services.mentors");
  return { title: t("title"), description: t("lead") };
}

export default async function MentorsPage() {
  const [t, locale] = await Promise.all([getTranslations("services.mentors"), getLocale()]);
  const { online } = doors(await loadBusinesses(locale));
  const [people, services] = online
    ? await Promise.all([loadStaff(locale, online.slug), loadServices(locale, online.slug)])
    : [[], []];
  const bookable = people.filter((person) => sessionsOf(person, services).length > 0);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {bookable.length === 0 && (
        <EmptyState icon="talk" title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      <ul className={styles.mentors}>
        {bookable.map((person) => (
          <Mentor key={person.id} person={person} services={services} />
        ))}
      </ul>
    </>
  );
}

type Session = { service: Service; amount: number; minutes: number };

function sessionsOf(person: StaffCard, services: readonly Service[]): Session[] {
  return services.flatMap((service) => {
    const offering = service.staff.find((each) => each.staff_id === person.id);
    return offering ? [{ service, amount: offering.price_amount, minutes: offering.duration_minutes }] : [];
  });
}

function Mentor({ person, services }: { person: StaffCard; services: readonly Service[] }) {
  const t = useTranslations("services.mentors");
  const locale = useLocale();
  const length = useLength();
  return (
    <li className={styles.mentor}>
      <div>
        <div className={styles.person}>
          <Face name={person.name} photoUrl={person.photo_url} size={64} />
          <div>
            <h2>{person.name}</h2>
            <p className={styles.muted}>{person.title}</p>
          </div>
        </div>
        {person.biography && <p>{person.biography}</p>}
      </div>
      <ul className={styles.sessions} aria-label={t("sessions", { name: person.name })}>
        {sessionsOf(person, services).map(({ service, amount, minutes }) => (
          <li key={service.id}>
            <span className={styles.sessionWords}>
              {service.name}
              <br />
              <span className={styles.muted}>
                {length(minutes)}, {formatMoney({ amount, currency: service.currency }, locale)}
              </span>
            </span>
            <ButtonLink
              href={bookingHref(service, person.slug)}
              prefetch={false}
              aria-label={t("book", { service: service.name, name: person.name })}
            >
              {t("bookShort")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </li>
  );
}
