"use client";
// Must it be this time? Whoever minds only the day, or a part of it, says so: then another of it can be kept or planned.
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/Field";
import { dayPart } from "@/components/ui/slots";
import { formatTime } from "@/lib/datetime/format";
import type { ChosenTime } from "./TimePicker";

type Props = { chosen: ChosenTime; onChange: (time: ChosenTime) => void };

export function AnyTime({ chosen: { anyOf, ...time }, onChange }: Props) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const part = dayPart(formatTime(time.startsAt, time.zone, "en"));
  return (
    <SelectField
      name="any-of"
      label={t("anyOf.label")}
      help={t("anyOf.help")}
      value={anyOf ?? ""}
      onChange={(event) => {
        const wanted = [part, "any" as const].find((each) => each === event.currentTarget.value);
        onChange(wanted ? { ...time, anyOf: wanted } : time);
      }}
    >
      <option value="">{t("anyOf.exactly", { time: formatTime(time.startsAt, time.zone, locale) })}</option>
      <option value={part}>{t(`anyOf.${part}`)}</option>
      <option value="any">{t("anyOf.any")}</option>
    </SelectField>
  );
}
