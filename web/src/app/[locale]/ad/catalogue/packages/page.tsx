// Packages of visits in the order customers read them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { loadPackageRows } from "@/features/packages/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.packages") };
}

export default async function PackagesPage() {
  await requireArea("ad");
  const [t, tp, locale, rows] = await Promise.all([
    getTranslations("catalogue"),
    getTranslations("packagesTeam"),
    getLocale(),
    loadPackageRows(),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle title={t("title")} lead={tp("shelfLead")} />
      <CatalogueTabs open="packages" />
      {rows.length === 0 && <p className={styles.quiet}>{t("shelfEmpty")}</p>}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <div className={styles.what}>
              <Link href={`/ad/catalogue/packages/${row.id}/`}>{row.name[locale] ?? row.name.en}</Link>
              <p className={styles.quiet}>
                {tp("rowText", {
                  count: row.visits,
                  price: formatMoney({ amount: row.price_amount, currency: row.currency }, locale),
                })}
                {row.staff_name && `, ${row.staff_name}`},{" "}
                {t(row.archived_at ? "isArchived" : row.is_visible ? "isShown" : "isHidden")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Texts>
  );
}
