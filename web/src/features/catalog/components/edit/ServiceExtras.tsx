// The extras that can be added to a service, with the way to each and to a new one for it.
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import type { EditedService } from "../../editing";
import styles from "./edit.module.css";

export function ServiceExtras({ service }: { service: EditedService | null }) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  return (
    <section className={styles.section} aria-labelledby="extras">
      <h2 id="extras">{t("extrasTitle")}</h2>
      <p className={styles.lead}>{service ? t("extrasText") : t("extrasLater")}</p>
      {service && service.extras.length > 0 && (
        <ul className={styles.rows}>
          {service.extras.map(({ id, name, price_amount, currency, service_ids }) => (
            <li key={id} className={styles.row}>
              <div className={styles.what}>
                <Link href={`/ad/catalogue/extras/${id}/`}>{name[locale] ?? name.en}</Link>
                <p className={styles.quiet}>{t(service_ids.length === 0 ? "fitsAll" : "fitsSome")}</p>
              </div>
              <span>{formatMoney({ amount: price_amount, currency }, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {service && (
        <div>
          <ButtonLink href={`/ad/catalogue/extras/new/?service=${service.id}`}>{t("newExtra")}</ButtonLink>
        </div>
      )}
    </section>
  );
}
