// One line on how the system is, and which part is not well.
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import type { Health as State } from "../loaders";

const named = { database: "part.database", cache: "part.cache", worker: "part.worker" } as const;

export function Health({ health }: { health: State }) {
  const t = useTranslations("areas.admin");
  const nameOf = (part: string) => (part in named ? t(named[part as keyof typeof named]) : part);
  if (health.wellNow) return <Notice tone="good">{t("healthGood")}</Notice>;
  return (
    <Notice tone="bad" title={t("healthBad")}>
      <ul>
        {health.checks.map(([part, state]) => (
          <li key={part}>
            {nameOf(part)}: {state === "ok" ? t("partOk") : state === "unknown" ? t("partUnknown") : state}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
