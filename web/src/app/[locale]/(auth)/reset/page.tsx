// A forgotten password begins here.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ResetRequestForm } from "@/features/session/components/ResetRequestForm";
import { Link } from "@/lib/i18n/navigation";
import { pageMetadata } from "@/lib/seo/page";
import { AuthPage } from "../AuthPage";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("account.reset"), getLocale()]);
  const page = pageMetadata({ locale, path: "/reset/", title: t("title"), description: t("lead") });
  return { ...page, robots: { index: false } };
}

export default async function ResetPage() {
  const t = await getTranslations("account");
  return (
    <AuthPage
      title={t("reset.title")}
      lead={t("reset.lead")}
      other={
        <p>
          {t("reset.remembered")} <Link href="/login/">{t("verify.signIn")}</Link>
        </p>
      }
    >
      <ResetRequestForm />
    </AuthPage>
  );
}
