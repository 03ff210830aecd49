// One staff member for those who look after them: the record, what stands around it, and putting them away.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { travels } from "@/features/business/rules";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { loadAround, loadKnown, loadPlaces, loadRecord } from "../loaders";
import { ArchiveStaff } from "./ArchiveStaff";
import styles from "./people.module.css";
import { StaffEditor } from "./StaffEditor";

export async function RecordPage({ id, area }: { id: string; area: "ad" | "man" }) {
  const record = await loadRecord(id);
  const [t, around, places, known, businesses] = await Promise.all([
    getTranslations("staffRecords"),
    loadAround(id),
    loadPlaces(record.business),
    loadKnown(record.business),
    loadBusinesses("en"),
  ]);
  const own = `/${area}/staff/${id}/`;
  const { can, account } = record;
  return (
    <Texts of={["staffRecords"]}>
      <PageTitle
        above={<Link href={`/${area}/staff/`}>{t("title")}</Link>}
        title={<bdi>{record.name}</bdi>}
        lead={record.archived_at ? t("archivedTitle") : record.business_name}
      />
      <nav aria-label={t("more")} className={styles.links}>
        {can.keep && <Link href={`${own}hours/`}>{t("hours")}</Link>}
        {can.keep && travels(businesses, record.business) && <Link href={`${own}areas/`}>{t("areas")}</Link>}
        {area === "ad" && <Link href="/ad/access/">{t("access")}</Link>}
        {!record.archived_at && record.is_bookable && (
          <Link href={`/people/${record.business}/${record.slug}/`}>{t("public")}</Link>
        )}
      </nav>
      <div className={styles.columns}>
        <div>
          {can.keep ? (
            <StaffEditor
              key={record.archived_at}
              record={record}
              places={places}
              known={known}
              zones={[...new Set(businesses.map(({ zone }) => zone)), "Europe/Kyiv", "America/New_York"]}
            />
          ) : (
            <p className={styles.text}>{record.biography.en}</p>
          )}
        </div>
        <aside className={styles.aside} aria-label={t("around")}>
          <section aria-labelledby="services">
            <h2 id="services">{t("services")}</h2>
            {around.services.length === 0 ? (
              <p>{t("servicesNone")}</p>
            ) : (
              <ul className={styles.plain}>
                {around.services.map(({ slug, name }) => (
                  <li key={slug}>
                    <Link href={`/services/${record.business}/${slug}/`}>{name}</Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {around.areas.length > 0 && (
            <section aria-labelledby="travels">
              <h2 id="travels">{t("areas")}</h2>
              <ul className={styles.plain}>
                {around.areas.map(({ name, postcode, radius_m }) => (
                  <li key={`${postcode}-${name}-${radius_m}`}>
                    {t("area", { name: name || postcode, km: radius_m / 1000, postcode })}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="account">
            <h2 id="account">{t("account")}</h2>
            <p className={styles.text}>{account ? account.email : t("accountNone")}</p>
          </section>
        </aside>
      </div>
      {can.keep && (
        <section className={styles.archive} aria-labelledby="archive">
          <ArchiveStaff record={record} around={around} calendar={`/${area}/calendar/`} />
        </section>
      )}
    </Texts>
  );
}
