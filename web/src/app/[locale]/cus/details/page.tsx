// The customer's own name and phone.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { OwnDetails } from "@/features/customers/components/OwnDetails";
import { loadMyDetails } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("yourDetails") };
}

export default async function DetailsPage() {
  await requireArea("cus");
  const [t, details] = await Promise.all([getTranslations("customers"), loadMyDetails()]);
  return (
    <Texts of={["customers"]}>
      <PageTitle title={t("yourDetails")} lead={t("yourDetailsLead")} />
      <OwnDetails details={details} />
    </Texts>
  );
}
