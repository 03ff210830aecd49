// What stands on the journey's page when scripts are switched off: everything with its price, and a person to talk to.
import { useLocale, useTranslations } from "next-intl";
import type { Business } from "@/features/business/loaders";
import { useLength } from "@/features/catalog/components/useLength";
import { byCategory, priceVaries, type Service } from "@/features/catalog/rules";
import { formatMoney } from "@/lib/money/money";
import { ContactLinks } from "./ContactLinks";
import styles from "./journey.module.css";

export function WithoutScripts({ business, services }: { business: Business; services: Service[] }) {
  const t = useTranslations("booking");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const length = useLength();
  const price = (service: Service) => {
    const words = formatMoney({ amount: service.price_from_amount, currency: service.currency }, locale);
    const from = priceVaries(service) ? t("from", { price: words }) : words;
    return service.plus_tax ? tu("plusTax", { price: from }) : from;
  };
  return (
    <noscript>
      <style>{".needs-scripts{display:none}"}</style>
      <div className={styles.withoutScripts}>
        <h1>{t("withoutScripts.title")}</h1>
        <p>{t("withoutScripts.text")}</p>
        <ContactLinks phone={business.phone} email={business.email} />
      </div>
      {byCategory(services).map((category) => (
        <section key={category.slug}>
          <h2>{category.name}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("withoutScripts.service")}</th>
                <th scope="col">{t("withoutScripts.length")}</th>
                <th scope="col">{t("withoutScripts.price")}</th>
              </tr>
            </thead>
            <tbody>
              {category.services.map((service) => (
                <tr key={service.id}>
                  <td>{service.name}</td>
                  <td>{length(service.duration_minutes)}</td>
                  <td>{price(service)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </noscript>
  );
}
