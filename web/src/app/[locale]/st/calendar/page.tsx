// The days, weeks and months of one's own work.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarPage, type Search } from "@/features/calendar/components/CalendarPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default function Page({ searchParams }: { searchParams: Search }) {
  return <CalendarPage area="st" searchParams={searchParams} />;
}
