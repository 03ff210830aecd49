// One customer's record.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerPage } from "@/features/customers/components/CustomerPage";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function Customer({ params }: { params: Promise<{ id: string }> }) {
  await requireArea("man");
  return <CustomerPage id={(await params).id} area="man" />;
}
