// How long something takes, in words.
import { useTranslations } from "next-intl";
import { lengthParts } from "../rules";

/** `length(90)` says "1 h 30 min" in the reader's language; needs the texts under "booking". */
export function useLength(): (minutes: number) => string {
  const t = useTranslations("booking.length");
  return (total) => {
    const { unit, hours, minutes } = lengthParts(total);
    if (unit === "minutes") return t("minutes", { minutes });
    return unit === "hours" ? t("hours", { hours }) : t("both", { hours, minutes });
  };
}
