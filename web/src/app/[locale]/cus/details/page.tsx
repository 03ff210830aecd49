// The customer's own name and phone, and what the businesses they book with ask of their customers.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { OwnDetails } from "@/features/customers/components/OwnDetails";
import { OwnFields } from "@/features/customers/components/OwnFields";
import { loadMyDetails, loadMyFields } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("yourDetails") };
}

export default async function DetailsPage() {
  await requireArea("cus");
  const [t, details, fields] = await Promise.all([
    getTranslations("customers"),
    loadMyDetails(),
    loadMyFields(),
  ]);
  return (
    <Texts of={["customers", "fields", "questions"]}>
      <PageTitle title={t("yourDetails")} lead={t("yourDetailsLead")} />
      <OwnDetails details={details} />
      <OwnFields fields={fields} />
    </Texts>
  );
}
