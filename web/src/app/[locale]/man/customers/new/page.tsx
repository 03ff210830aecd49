// A new customer.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewCustomerPage } from "@/features/customers/components/NewCustomerPage";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("new") };
}

export default async function NewCustomer() {
  await requireArea("man");
  return <NewCustomerPage area="man" />;
}
