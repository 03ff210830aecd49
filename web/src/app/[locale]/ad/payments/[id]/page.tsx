// One payment for whoever may give it back.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamPayment } from "@/features/payments/components/TeamPayment";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paymentsTeam"))("one") };
}

export default async function PaymentPage({ params }: Props) {
  return <TeamPayment area="ad" id={(await params).id} />;
}
