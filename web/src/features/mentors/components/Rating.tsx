// What others thought, once somebody has said something; before that nothing stands here.
import { useFormatter, useTranslations } from "next-intl";
import styles from "./mentors.module.css";

export function Rating({ value }: { value: number | null }) {
  const t = useTranslations("mentors");
  const format = useFormatter();
  if (value === null) return null;
  const figure = format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <p className={styles.rating}>{t("rating", { rating: figure })}</p>;
}
