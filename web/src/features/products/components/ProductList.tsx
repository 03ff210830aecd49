// Products on a shelf: cover, name, who made it, price.
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { formatSize } from "@/lib/size";
import { type Product, productPath } from "../rules";
import { Cover } from "./Cover";
import styles from "./products.module.css";

type Props = {
  products: readonly Product[];
  /** Beside the mentor's own name it need not be said again. */
  withMentor?: boolean;
  heading?: "h2" | "h3";
};

export function ProductList({ products, withMentor = true, heading: Heading = "h2" }: Props) {
  const t = useTranslations("products");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const priceOf = ({ price_amount: amount, currency, plus_tax }: Product) => {
    const price = formatMoney({ amount, currency }, locale);
    return plus_tax ? tu("plusTax", { price }) : price;
  };
  return (
    <ul className={styles.list}>
      {products.map((product) => (
        <li key={product.id} className={styles.item}>
          <Cover url={product.picture_url} />
          <div>
            <Heading>
              <Link href={productPath(product)}>{product.name}</Link>
            </Heading>
            {withMentor && <p className={styles.muted}>{t("by", { name: product.mentor.name })}</p>}
            <p>{product.description}</p>
            <p className={styles.figures}>
              <strong>{priceOf(product)}</strong>
              <span className={styles.muted}>
                {t("pdf", { count: product.file_count })}, {formatSize(product.size, locale)}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
