// One more staff member.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { AddStaff } from "@/features/people/components/AddStaff";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffRecords"))("addTitle") };
}

export default async function AddStaffPage() {
  await requireArea("ad");
  const [t, businesses] = await Promise.all([
    getTranslations("staffRecords"),
    loadBusinesses(await getLocale()),
  ]);
  return (
    <Texts of={["staffRecords"]}>
      <PageTitle
        above={<Link href="/ad/staff/">{t("title")}</Link>}
        title={t("addTitle")}
        lead={t("addLead")}
      />
      <AddStaff businesses={businesses} path="/ad/staff/" />
    </Texts>
  );
}
