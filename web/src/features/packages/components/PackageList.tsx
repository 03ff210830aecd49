// Packages on a shelf: what each is good for, what a visit costs in it, and the way into the basket.
import { useLocale, useTranslations } from "next-intl";
import { Picture } from "@/features/catalog/components/Picture";
import { formatMoney } from "@/lib/money/money";
import { type Package, worthOf } from "../rules";
import { BuyPackage } from "./BuyPackage";
import styles from "./packages.module.css";

type Props = { packages: readonly Package[]; canBePaid: boolean; heading?: "h2" | "h3" };

export function PackageList({ packages, canBePaid, heading: Heading = "h2" }: Props) {
  const t = useTranslations("packages");
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {packages.map((each) => {
        const money = (amount: number) =>
          formatMoney({ amount, currency: each.currency }, locale, { exact: true });
        const worth = worthOf(each);
        return (
          <li key={each.id} className={styles.package}>
            <div>
              {each.picture_url && <Picture url={each.picture_url} />}
              <Heading id={each.slug}>{each.name}</Heading>
              <p className={styles.muted}>{each.business_name}</p>
            </div>
            <div>
              {each.description && <p className={styles.description}>{each.description}</p>}
              <p>
                {t("visitsOf", {
                  count: each.visits,
                  services: new Intl.ListFormat(locale, { type: "disjunction" }).format(
                    each.services.map(({ name }) => name),
                  ),
                })}
                {each.staff && (
                  <>
                    <br />
                    {t("with", { name: each.staff.name })}
                  </>
                )}
                <br />
                {each.months ? t("months", { count: each.months }) : t("noEnd")}
              </p>
            </div>
            <div>
              <p>
                <span className={styles.price}>{money(each.price_amount)}</span>
                <br />
                <span className={styles.muted}>
                  {t(worth.saved > 0 ? "eachSaved" : "each", {
                    each: money(worth.each),
                    saved: money(worth.saved),
                  })}
                </span>
              </p>
              {canBePaid ? <BuyPackage id={each.id} name={each.name} /> : <p>{t("noPay")}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
