// The list of subscriptions, in the areas of those who look after them.
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { loadSubscriptions, subscriptionsFile } from "../loaders";
import { SUBSCRIPTION_FILTERS, SubscriptionTable } from "./SubscriptionTable";

type Props = { area: "ad" | "man"; query: Record<string, string | string[] | undefined> };

export async function SubscriptionListPage({ area, query }: Props) {
  await requireArea(area);
  const state = readList(query, SUBSCRIPTION_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("subscriptions"),
    loadSubscriptions(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list", "subscriptions"]}>
      <PageTitle title={t("listTitle")} lead={t("listLead")} />
      <SubscriptionTable
        {...found}
        state={state}
        businesses={businesses}
        path={`/${area}/subscriptions/`}
        file={subscriptionsFile(state, locale)}
      />
    </Texts>
  );
}
