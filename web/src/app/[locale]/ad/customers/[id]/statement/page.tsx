// A customer's statement, for administrators.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatementPage } from "@/features/invoices/components/StatementPage";
import { requireArea } from "@/features/session/loaders";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("statement") };
}

export default async function CustomersStatement({ params, searchParams }: Props) {
  await requireArea("ad");
  return <StatementPage customer={(await params).id} asked={await searchParams} named />;
}
