"use client";
// What a kind of message is called: customers, those who do the work and those who manage it are told of different things by it.
import { useTranslations } from "next-intl";
import type { OwnMessage } from "../own";
import type { Reader } from "../rules";

type Kind = OwnMessage["kind"];

/** The kinds that mean something else to them than to customers. */
const OWN = {
  customer: [],
  staff: ["bookings", "changes", "reminders"],
  manager: ["bookings", "changes"],
} as const;

export function useKindWords(reader: Reader) {
  const t = useTranslations("messages");
  const say = (kind: Kind, what: "label" | "help") => {
    const staff = reader === "staff" && OWN.staff.find((each) => each === kind);
    if (staff) return t(`staffKind.${staff}.${what}`);
    const manager = reader === "manager" && OWN.manager.find((each) => each === kind);
    if (manager) return t(`managerKind.${manager}.${what}`);
    return t(`kind.${kind}.${what}`);
  };
  return { label: (kind: Kind) => say(kind, "label"), help: (kind: Kind) => say(kind, "help") };
}
