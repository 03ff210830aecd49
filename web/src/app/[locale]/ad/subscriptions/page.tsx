// Visits that repeat, as the address asks for them.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubscriptionListPage } from "@/features/subscriptions/components/SubscriptionListPage";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("listTitle") };
}

export default async function Subscriptions({ searchParams }: Props) {
  return <SubscriptionListPage area="ad" query={await searchParams} />;
}
