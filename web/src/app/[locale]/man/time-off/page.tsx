// Time off asked for by the staff in one's scope, and what became of it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AbsencesPage } from "@/features/timeoff/components/AbsencesPage";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timeoff"))("title") };
}

export default async function TimeOffPage({ searchParams }: Props) {
  return <AbsencesPage area="man" params={await searchParams} />;
}
