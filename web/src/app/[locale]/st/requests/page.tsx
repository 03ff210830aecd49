// Customers' requests about the visits one looks after.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestsPage } from "@/features/requests/components/RequestsPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default function Requests() {
  return <RequestsPage area="st" />;
}
