// Sign in. Whoever is signed in already is sent on.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignInForm } from "@/features/session/components/SignInForm";
import { loadCompanies, sendOnward } from "@/features/session/loaders";
import { safeNext } from "@/features/session/rules";
import { Link } from "@/lib/i18n/navigation";
import { pageMetadata } from "@/lib/seo/page";
import { AuthPage } from "../AuthPage";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("auth"), getLocale()]);
  const page = pageMetadata({ locale, path: "/login/", title: t("title"), description: t("lead") });
  return { ...page, robots: { index: false } };
}

export default async function LoginPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const wanted = safeNext(typeof next === "string" ? next : null);
  const [t, more, locale, companies] = await Promise.all([
    getTranslations("auth"),
    getTranslations("account"),
    getLocale(),
    loadCompanies(),
    sendOnward(),
  ]);
  return (
    <AuthPage
      title={t("title")}
      lead={t("lead")}
      other={
        <>
          <p>
            {more("signUp.new")} <Link href="/signup/">{more("signUp.title")}</Link>
          </p>
          <p>
            {t("noAccount")} <Link href="/track/">{t("track")}</Link>
          </p>
        </>
      }
    >
      <SignInForm next={wanted} locale={locale} companies={companies} />
    </AuthPage>
  );
}
