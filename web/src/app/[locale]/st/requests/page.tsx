// Customers' requests about the visits one looks after.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestsPage } from "@/features/requests/components/RequestsPage";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function Requests({ searchParams }: Props) {
  return <RequestsPage area="st" params={await searchParams} />;
}
