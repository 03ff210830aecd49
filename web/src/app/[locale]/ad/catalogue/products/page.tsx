// Digital products in the order customers read them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { loadProductRows } from "@/features/products/loaders";
import type { ProductRow } from "@/features/products/rules";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.products") };
}

function stateOf(row: ProductRow) {
  if (row.archived_at) return "isArchived";
  if (row.file_count === 0) return "hasNoFile";
  return row.is_visible ? "isShown" : "isHidden";
}

export default async function ProductsPage() {
  await requireArea("ad");
  const [t, locale, rows] = await Promise.all([getTranslations("catalogue"), getLocale(), loadProductRows()]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle title={t("title")} lead={t("productsLead")} />
      <CatalogueTabs open="products" />
      {rows.length === 0 && <p className={styles.quiet}>{t("shelfEmpty")}</p>}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <div className={styles.what}>
              <Link href={`/ad/catalogue/products/${row.id}/`}>{row.name[locale] ?? row.name.en}</Link>
              <p className={styles.quiet}>
                {row.mentor_name}, {formatMoney({ amount: row.price_amount, currency: row.currency }, locale)}
                , {t(stateOf(row))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Texts>
  );
}
