// One order for whoever looks after it.
import type { Metadata } from "next";
import { TeamOrder } from "@/features/orders/components/TeamOrder";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function OrderPage({ params }: Props) {
  return <TeamOrder area="st" number={(await params).number} />;
}
