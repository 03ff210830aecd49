// The people whose time is booked.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffListPage } from "@/features/people/components/StaffListPage";
import { requireArea } from "@/features/session/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffRecords"))("title") };
}

export default async function StaffPage({ searchParams }: Props) {
  await requireArea("ad");
  return <StaffListPage area="ad" params={await searchParams} adds={true} />;
}
