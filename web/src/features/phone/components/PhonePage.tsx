// An order for somebody on the phone, in the areas of those who may take one.
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBundles } from "@/features/bundles/loaders";
import { loadBusinesses } from "@/features/business/loaders";
import { loadServices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { loadPhoneBasket, loadPhoneGoods } from "../loaders";
import { PhoneDesk } from "./PhoneDesk";

type Props = {
  area: "ad" | "man";
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function PhonePage({ area, searchParams }: Props) {
  await requireArea(area);
  const locale = await getLocale();
  const [t, query, businesses, services, bundles, goods, basket] = await Promise.all([
    getTranslations("phone"),
    searchParams,
    loadBusinesses(locale),
    loadServices(locale),
    loadBundles(locale),
    loadPhoneGoods(locale),
    loadPhoneBasket(locale),
  ]);
  const { staff, at } = query;
  const isSpot = typeof staff === "string" && typeof at === "string" && !Number.isNaN(Date.parse(at));
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Texts
        of={[
          "phone",
          "payments",
          "paymentsTeam",
          "links",
          "addressSearch",
          "booking",
          "questions",
          "calendar",
          "whynot",
          "giftCards",
        ]}
      >
        <PhoneDesk
          businesses={businesses}
          services={services}
          bundles={bundles}
          goods={goods}
          initial={basket}
          spot={isSpot ? { staffId: staff, at } : null}
          orders={area === "ad" ? "/ad/orders/" : "/man/orders/"}
        />
      </Texts>
    </>
  );
}
