// The customer's own statement.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StatementPage } from "@/features/invoices/components/StatementPage";
import { requireArea } from "@/features/session/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("statement") };
}

export default async function OwnStatement({ searchParams }: Props) {
  const me = await requireArea("cus");
  if (!me.customer_id) notFound();
  return <StatementPage customer={me.customer_id} asked={await searchParams} />;
}
