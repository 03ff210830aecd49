// What a service costs: one price, or "from" the lowest when people differ.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import { priceVaries, type Service } from "../rules";

export function Price({ service }: { service: Service }) {
  const t = useTranslations("services");
  const locale = useLocale();
  const price = formatMoney({ amount: service.price_from_amount, currency: service.currency }, locale);
  return priceVaries(service) ? t("from", { price }) : price;
}
