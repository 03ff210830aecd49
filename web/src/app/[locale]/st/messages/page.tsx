// The messages of somebody whose time is booked.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagesPage, type Search } from "@/features/notifications/components/MessagesPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default function StaffMessages({ searchParams }: { searchParams: Search }) {
  return <MessagesPage area="st" searchParams={searchParams} />;
}
