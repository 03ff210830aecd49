// One customer of one's own visits.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VisitedCustomer } from "@/features/customers/components/VisitedCustomer";
import { loadCustomer } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function Customer({ params }: { params: Promise<{ id: string }> }) {
  await requireArea("st");
  return <VisitedCustomer record={await loadCustomer((await params).id)} />;
}
