// One entry of the waiting list.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryPage } from "@/features/waiting/components/EntryPage";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitingTeam"))("title") };
}

export default async function Entry({ params }: Props) {
  return <EntryPage area="ad" id={(await params).id} />;
}
