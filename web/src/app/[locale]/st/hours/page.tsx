// When somebody can be booked: the week, single dates, time off.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireArea } from "@/features/session/loaders";
import { HoursPage } from "@/features/staff/components/HoursPage";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.hours"))("title") };
}

export default async function OwnHours() {
  const { staff_id } = await requireArea("st");
  return staff_id ? <HoursPage staffId={staff_id} own /> : <NoStaffRecord />;
}
