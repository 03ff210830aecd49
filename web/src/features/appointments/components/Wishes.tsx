// The days that would suit whoever asks for another time.
import { useTranslations } from "next-intl";
import { formatDate, type IsoDate } from "@/lib/datetime/format";
import { type ChangeRequest, isDayPart } from "../rules";
import styles from "./AskForChange.module.css";

export function Wishes({ wishes, locale }: { wishes: ChangeRequest["wishes"]; locale: string }) {
  const t = useTranslations("change.ask.parts");
  if (wishes.length === 0) return null;
  return (
    <ul className={styles.wishes}>
      {wishes.map(({ on, part }) => (
        <li key={`${on}-${part}`}>
          {formatDate(on as IsoDate, locale, { weekday: "short" })}, {t(isDayPart(part) ? part : "any")}
        </li>
      ))}
    </ul>
  );
}
