// One staff member: the record, what stands around it, and putting them away.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordPage } from "@/features/people/components/RecordPage";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffRecords"))("title") };
}

export default async function StaffRecordPage({ params }: { params: Promise<{ id: string }> }) {
  await requireArea("ad");
  return <RecordPage id={(await params).id} area="ad" />;
}
