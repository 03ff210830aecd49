// What customers see of somebody, as they write it themselves.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { ProfileEditor } from "@/features/people/components/ProfileEditor";
import { loadRecord } from "@/features/people/loaders";
import { requireArea } from "@/features/session/loaders";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffRecords"))("own") };
}

export default async function ProfilePage() {
  const { staff_id } = await requireArea("st");
  if (!staff_id) return <NoStaffRecord />;
  const [t, record] = await Promise.all([getTranslations("staffRecords"), loadRecord(staff_id)]);
  const isPublic = record.is_bookable && !record.archived_at;
  return (
    <Texts of={["staffRecords"]}>
      <PageTitle
        above={<bdi>{record.name}</bdi>}
        title={t("own")}
        lead={t("ownLead")}
        actions={
          isPublic && <Link href={`/people/${record.business}/${record.slug}/`}>{t("ownPublic")}</Link>
        }
      />
      <ProfileEditor record={record} />
    </Texts>
  );
}
