// "Every 2 weeks", in the reader's words.
import { useTranslations } from "next-intl";
import { type Rhythm, rhythmOf } from "../rules";

export function useRhythm(): (rhythm: Rhythm) => string {
  const t = useTranslations("booking.rhythm");
  return (rhythm) => {
    const name = rhythmOf(rhythm);
    if (name) return t(name);
    return t(rhythm.frequency === "weekly" ? "weeks" : "months", { count: rhythm.every });
  };
}
