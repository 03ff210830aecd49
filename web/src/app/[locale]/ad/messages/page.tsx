// An administrator's own messages.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagesPage, type Search } from "@/features/notifications/components/MessagesPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default function AdminMessages({ searchParams }: { searchParams: Search }) {
  return <MessagesPage area="ad" searchParams={searchParams} />;
}
