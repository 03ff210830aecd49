// Customers' requests in the areas of those who answer them.
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import { loadStaffCards } from "@/features/staff/loaders";
import { zoneFinder } from "@/features/staff/zones";
import { Texts } from "@/lib/i18n/Texts";
import { loadRequests, requestsFile } from "../loaders";
import { REQUEST_FILTERS } from "../rules";
import { RequestTable } from "./RequestTable";

type Props = {
  area: "ad" | "man" | "st";
  params: Record<string, string | string[] | undefined>;
  /** What stands below the list. */
  children?: ReactNode;
};

export async function RequestsPage({ area, params, children }: Props) {
  await requireArea(area);
  const state = readList(params, REQUEST_FILTERS);
  const locale = await getLocale();
  const businesses = await loadBusinesses(locale);
  const [t, cards, found] = await Promise.all([
    getTranslations("requests"),
    loadStaffCards(businesses.map(({ slug }) => slug)),
    loadRequests(state),
  ]);
  return (
    <Texts of={["list", "requests"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <RequestTable
        {...found}
        state={state}
        area={area}
        businesses={businesses}
        zoneOf={zoneFinder(cards, businesses)}
        file={requestsFile(state, locale)}
      />
      {children}
    </Texts>
  );
}
