// The list of those who wait, in the areas of those who look after them.
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { loadServices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { entriesFile, loadEntries } from "../loaders";
import { WAITING_FILTERS, WaitingTable } from "./WaitingTable";

type Props = { area: "ad" | "man"; query: Record<string, string | string[] | undefined> };

export async function WaitingListPage({ area, query }: Props) {
  await requireArea(area);
  const state = readList(query, WAITING_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses, services] = await Promise.all([
    getTranslations("waitingTeam"),
    loadEntries(state),
    loadBusinesses(locale),
    loadServices(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <WaitingTable
        {...found}
        state={state}
        businesses={businesses}
        services={services}
        path={`/${area}/waiting/`}
        file={entriesFile(state, locale)}
      />
    </Texts>
  );
}
