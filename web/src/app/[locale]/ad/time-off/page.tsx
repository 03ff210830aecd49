// Time off asked for by everybody, and what became of it.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import { AbsencesPage } from "@/features/timeoff/components/AbsencesPage";
import { Approvals } from "@/features/timeoff/components/Approvals";
import { loadApprovals } from "@/features/timeoff/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timeoff"))("title") };
}

export default async function TimeOffPage({ searchParams }: Props) {
  await requireArea("ad");
  const approvals = await loadApprovals(await loadBusinesses(await getLocale()));
  return (
    <AbsencesPage area="ad" params={await searchParams}>
      <Approvals approvals={approvals} />
    </AbsencesPage>
  );
}
