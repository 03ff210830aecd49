// Sign in. Whoever is signed in already is sent on.
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { PageTitle } from "@/components/ui/PageTitle";
import { SignInForm } from "@/features/session/components/SignInForm";
import { loadMe } from "@/features/session/loaders";
import { dashboardOf, safeNext } from "@/features/session/rules";
import { Link, redirect } from "@/lib/i18n/navigation";
import styles from "./login.module.css";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title"), robots: { index: false } };
}

export default async function LoginPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const wanted = safeNext(typeof next === "string" ? next : null);
  const [t, locale, messages] = await Promise.all([getTranslations("auth"), getLocale(), getMessages()]);
  // Without an answer the form still stands: it says so itself when it is sent.
  const me = await loadMe().catch(() => null);
  const own = me && dashboardOf(me);
  if (own) redirect({ href: own, locale });
  const { shell, ui, problems, error, auth } = messages;
  return (
    <div className={styles.page}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <NextIntlClientProvider messages={{ shell, ui, problems, error, auth }}>
        <NeedsScripts>
          <SignInForm next={wanted} locale={locale} />
        </NeedsScripts>
      </NextIntlClientProvider>
      <p className={styles.other}>
        {t("noAccount")} <Link href="/track/">{t("track")}</Link>
      </p>
    </div>
  );
}
