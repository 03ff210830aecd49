// One subscription: its visits, and what may be done with all that are to come.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubscriptionPage } from "@/features/subscriptions/components/SubscriptionPage";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("listTitle") };
}

export default async function OneSubscription({ params }: Props) {
  return <SubscriptionPage area="cus" id={(await params).id} />;
}
