// What is left of a package, by its code.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { PassBalanceForm } from "@/features/packages/components/PassBalanceForm";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("packages"))("balanceTitle"),
    robots: { index: false, follow: true },
  };
}

export default async function BalancePage() {
  const t = await getTranslations("packages");
  return (
    <Texts of={["packages"]}>
      <PageTitle
        above={<Link href="/packages/">{t("title")}</Link>}
        title={t("balanceTitle")}
        lead={t("balanceLead")}
      />
      <PassBalanceForm />
    </Texts>
  );
}
