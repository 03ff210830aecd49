// Open an account. Whoever is signed in already is sent on.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignUpForm } from "@/features/session/components/SignUpForm";
import { loadCompanies, sendOnward } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { pageMetadata } from "@/lib/seo/page";
import { AuthPage } from "../AuthPage";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("account.signUp"), getLocale()]);
  const page = pageMetadata({ locale, path: "/signup/", title: t("title"), description: t("lead") });
  return { ...page, robots: { index: false } };
}

export default async function SignUpPage() {
  const [t, companies] = await Promise.all([getTranslations("account"), loadCompanies(), sendOnward()]);
  return (
    <AuthPage
      title={t("signUp.title")}
      lead={t("signUp.lead")}
      other={
        <p>
          {t("signUp.have")} <Link href="/login/">{t("verify.signIn")}</Link>
        </p>
      }
    >
      <SignUpForm companies={companies} />
    </AuthPage>
  );
}
