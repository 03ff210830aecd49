// The list of time off in the areas of those who answer it.
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { absencesFile, loadAbsences } from "../loaders";
import { AbsenceTable } from "./AbsenceTable";

type Props = {
  area: "ad" | "man";
  /** What stands below the list. */
  children?: ReactNode;
  params: Record<string, string | string[] | undefined>;
};

export async function AbsencesPage({ area, params, children }: Props) {
  await requireArea(area);
  const state = readList(params, ["state"]);
  const [t, locale, found] = await Promise.all([
    getTranslations("timeoff"),
    getLocale(),
    loadAbsences(state),
  ]);
  return (
    <Texts of={["list", "timeoff", "simulator"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <AbsenceTable {...found} state={state} area={area} file={absencesFile(state, locale)} />
      {children}
    </Texts>
  );
}
