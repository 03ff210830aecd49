// Who waits for a time, as the address asks for them.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingListPage } from "@/features/waiting/components/WaitingListPage";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitingTeam"))("title") };
}

export default async function Waiting({ searchParams }: Props) {
  return <WaitingListPage area="man" query={await searchParams} />;
}
