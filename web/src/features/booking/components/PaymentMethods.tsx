"use client";
// How it is paid: said plainly where there is one way, asked where there are several.
import { useTranslations } from "next-intl";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { methodNamed } from "../rules";
import styles from "./journey.module.css";

type Props = {
  /** As the server names them. */
  methods: string[];
  price: string;
  /** On a screen there is no door to pay at. */
  online: boolean;
  value: string | undefined;
  onChange: (method: string) => void;
  error?: string | undefined;
};

export function PaymentMethods({ methods, price, online, value, onChange, error }: Props) {
  const t = useTranslations("booking.payment");
  const words = (method: string) => ({
    title: t(`method.${methodNamed(method)}`, { method }),
    text: t(`methodText.${methodNamed(method)}`, { price, venue: online ? "online" : "visit" }),
  });
  const [only] = methods;
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
