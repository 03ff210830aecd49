// The hours and time off of one of the staff in one's scope.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireArea } from "@/features/session/loaders";
import { HoursPage } from "@/features/staff/components/HoursPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.hours"))("title") };
}

export default async function StaffHours({ params }: { params: Promise<{ id: string }> }) {
  await requireArea("man");
  return <HoursPage staffId={(await params).id} />;
}
