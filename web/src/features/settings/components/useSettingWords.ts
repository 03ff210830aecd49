"use client";
// The words of a setting: its name with the unit, what it is for, and a value as people say it.
import { useTranslations } from "next-intl";
import { useLength } from "@/features/catalog/components/useLength";
import { readTyped, type SettingField, type Typed } from "../rules";

type Named = Pick<SettingField, "name"> & Partial<SettingField>;

/** A setting of `group` has words of its own where another group has one of that name, too. */
export function useSettingWords(group = "") {
  const t = useTranslations("settings");
  const length = useLength();
  const keyOf = (name: string, part: "label" | "help") => {
    const own = `setting.${group}_${name}.${part}` as "setting.horizon_days.label";
    return t.has(own) ? own : (`setting.${name}.${part}` as typeof own);
  };

  /** A setting that has no words yet is read by its plain name. */
  const label = ({ name, unit }: Named) => {
    const key = keyOf(name, "label");
    const plain = t.has(key) ? t(key) : name.replaceAll("_", " ");
    return unit ? t("withUnit", { label: plain, unit: t(`unit.${unit}`) }) : plain;
  };
  const help = ({ name }: Named) => {
    const key = keyOf(name, "help");
    return t.has(key) ? t(key) : "";
  };
  const choice = ({ name }: Named, value: string) => {
    const key = `choice.${name}.${value}` as "choice.approval.automatic";
    return t.has(key) ? t(key) : value.replaceAll("_", " ");
  };

  const count = (value: unknown, field: SettingField) => {
    if (field.unit === "minutes" && typeof value === "number") return length(value);
    return field.unit ? t(`count.${field.unit}`, { count: Number(value) }) : String(value);
  };

  /** What is typed, as people say it: "12 h", "100 % until 24 hours before", "no limit". */
  const tell = (field: SettingField, typed: Typed): string => {
    const { value, faults } = readTyped(field, typed);
    if (Object.keys(faults).length > 0) return typeof typed === "string" ? typed : "";
    if (value === null) return t("noLimit");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (field.kind === "choice") return choice(field, String(value));
    if (field.kind === "text") return String(value) || t("nothing");
    if (field.kind === "number") return count(value, field);
    const items = Array.isArray(value) ? value : [];
    if (items.length === 0) return t("nothing");
    if (field.kind === "numbers") return items.map((item) => count(item, field)).join(", ");
    if (field.kind === "rows")
      return items
        .map((row: Record<string, unknown>) =>
          field.parts.map((part) => count(row[part.name], part)).join(": "),
        )
        .join("; ");
    return items.join(", ");
  };

  return { label, help, choice, tell };
}
