// Where a card is paid with within our page. Whose order it is stands behind the #.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardPage } from "@/features/payments/components/CardPage";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ payment?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments.inPage");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function PayByCardPage({ searchParams }: Props) {
  const { payment } = await searchParams;
  return (
    <Texts of={["payments"]}>
      <CardPage payment={typeof payment === "string" ? payment : ""} />
    </Texts>
  );
}
