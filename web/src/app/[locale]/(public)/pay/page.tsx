// Where the browser comes back to from a company's page. The payment's id stands in the address and tells nobody anything.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Returned } from "@/features/payments/components/Returned";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ payment?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments");
  return { title: t("returned"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function PayPage({ searchParams }: Props) {
  const { payment } = await searchParams;
  return (
    <Texts of={["payments"]}>
      <Returned payment={typeof payment === "string" ? payment : ""} />
    </Texts>
  );
}
