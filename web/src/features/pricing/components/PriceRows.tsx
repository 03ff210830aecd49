// A business's rules or coupons: each opened by its name, with what it comes to in a line.
import { useTranslations } from "next-intl";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { Link } from "@/lib/i18n/navigation";
import own from "./pricing.module.css";

export type PriceRow = { id: string; name: string; href: string; details: string[] };

export function PriceRows({ title, rows }: { title: string; rows: PriceRow[] }) {
  const t = useTranslations("pricing");
  return (
    <section className={own.shelf} aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className={styles.quiet}>{t("none")}</p>}
      <ul className={styles.rows}>
        {rows.map(({ id, name, href, details }) => (
          <li key={id} className={styles.row}>
            <div className={styles.what}>
              <Link href={href}>{name}</Link>
              <p className={styles.quiet}>{details.filter(Boolean).join(" · ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
