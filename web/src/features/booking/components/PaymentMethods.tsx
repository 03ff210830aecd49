"use client";
// How it is paid: said plainly where there is one way, asked where there are several.
import { useTranslations } from "next-intl";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { isOnline, methodNamed } from "@/features/payments/rules";
import styles from "./journey.module.css";

type Props = {
  /** As the server names them. */
  methods: string[];
  price: string;
  /** What is paid with the order by a company's page. */
  atOnce?: string;
  /** On a screen there is no door to pay at. */
  online: boolean;
  /** There is more than one day on which it is paid. */
  repeats?: boolean;
  /** Packages pay for all of it. */
  nothing?: boolean;
  /** Nothing of it has a time that could be kept meanwhile. */
  noTime?: boolean;
  value: string | undefined;
  onChange: (method: string) => void;
  error?: string | undefined;
};

export function PaymentMethods(props: Props) {
  const { methods, price, atOnce = price, online, repeats, noTime, nothing, value, onChange, error } = props;
  const t = useTranslations("booking.payment");
  const tp = useTranslations("payments");
  const words = (method: string) => ({
    title:
      method === "gift_card" || method === "bank_transfer"
        ? t(`method.${method}`)
        : isOnline(method)
          ? t("method.online", { method: tp(`method.${methodNamed(method)}`, { method }) })
          : t("method.pay_on_site"),
    text:
      method === "gift_card"
        ? t("methodText.gift_card")
        : method === "bank_transfer"
          ? t("methodText.bank_transfer", { price: atOnce })
          : isOnline(method)
            ? t(noTime ? "methodText.goods" : "methodText.online", { price: atOnce })
            : t(repeats ? "methodText.pay_on_site_each" : "methodText.pay_on_site", {
                price,
                venue: online ? "online" : "visit",
              }),
  });
  const [only] = methods;
  if (nothing)
    return (
      <>
        <h2>{t("nothing")}</h2>
        <p>{t("nothingText")}</p>
      </>
    );
  if (only && methods.length === 1) {
    const { title, text } = words(only);
    return (
      <>
        <h2>{title}</h2>
        <p>{text}</p>
      </>
    );
  }
  return (
    <div className={styles.block}>
      <ChoiceGroup name="method" legend={t("methodLegend")} error={error}>
        {methods.map((method) => (
          <ChoiceCard
            key={method}
            name="method"
            value={method}
            checked={value === method}
            onChange={() => onChange(method)}
            title={words(method).title}
          >
            {words(method).text}
          </ChoiceCard>
        ))}
      </ChoiceGroup>
    </div>
  );
}
