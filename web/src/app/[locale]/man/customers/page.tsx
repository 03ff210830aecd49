// The customers, with their one search box.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomersPage } from "@/features/customers/components/CustomersPage";
import { requireArea } from "@/features/session/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function Customers({ searchParams }: Props) {
  await requireArea("man");
  return <CustomersPage area="man" params={await searchParams} />;
}
