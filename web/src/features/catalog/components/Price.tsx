// What a service costs: one price, or "from" the lowest when people differ.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import { priceVaries, type Service } from "../rules";

export function Price({ service }: { service: Service }) {
  const t = useTranslations("services");
  const tu = useTranslations("ui");
  const locale = useLocale();
  const price = formatMoney({ amount: service.price_from_amount, currency: service.currency }, locale);
  const words = priceVaries(service) ? t("from", { price }) : price;
  return service.plus_tax ? tu("plusTax", { price: words }) : words;
}
