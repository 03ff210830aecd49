// What is left on a gift card, by its code.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { BalanceForm } from "@/features/giftcards/components/BalanceForm";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("giftCards"))("balanceTitle"),
    robots: { index: false, follow: true },
  };
}

export default async function BalancePage() {
  const t = await getTranslations("giftCards");
  return (
    <Texts of={["giftCards"]}>
      <PageTitle
        above={<Link href="/gift-cards/">{t("title")}</Link>}
        title={t("balanceTitle")}
        lead={t("balanceLead")}
      />
      <BalanceForm />
    </Texts>
  );
}
