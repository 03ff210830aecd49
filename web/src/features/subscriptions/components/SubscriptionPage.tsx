// One subscription, in the area of whoever reads it.
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { problemOf } from "@/lib/api/problem";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";
import { loadSubscription } from "../loaders";
import { rhythmOf } from "../rules";
import { SubscriptionPanel } from "./SubscriptionPanel";

type Props = { area: "ad" | "man" | "cus"; id: string };

async function loaded(id: string) {
  try {
    return await loadSubscription(id);
  } catch (error) {
    if ([403, 404, 422].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export async function SubscriptionPage({ area, id }: Props) {
  await requireArea(area);
  const [t, tr, locale, found] = await Promise.all([
    getTranslations("subscriptions"),
    getTranslations("booking.rhythm"),
    getLocale(),
    loaded(id),
  ]);
  const rhythm = rhythmOf(found);
  const each = formatMoney({ amount: found.price_amount, currency: found.currency }, locale);
  return (
    <Texts of={["booking", "change", "subscriptions"]}>
      <PageTitle
        above={area === "cus" ? found.business_name : found.customer_name}
        title={found.name}
        lead={t("lead", {
          rhythm: rhythm ? tr(rhythm) : tr("weeks", { count: found.every }),
          count: found.months,
          price: each,
        })}
      />
      <SubscriptionPanel
        found={found}
        whose={{ id }}
        reader={area === "cus" ? "customer" : "team"}
        orders={`/${area}/orders/`}
      />
    </Texts>
  );
}
