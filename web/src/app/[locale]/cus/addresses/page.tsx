// The customer's own addresses.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { OwnAddresses } from "@/features/customers/components/OwnAddresses";
import { loadMyAddresses } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("yourAddresses") };
}

export default async function AddressesPage() {
  await requireArea("cus");
  const [t, addresses] = await Promise.all([getTranslations("customers"), loadMyAddresses()]);
  return (
    <Texts of={["customers", "addressSearch"]}>
      <PageTitle title={t("yourAddresses")} lead={t("yourAddressesLead")} />
      <OwnAddresses addresses={addresses} />
    </Texts>
  );
}
