// The root of every page: language, typefaces, colours, and the messages that client components need.
import "@/components/theme/tokens.css";
import "@/components/theme/global.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { THEME_COOKIE, toTheme } from "@/components/theme/choice";
import { fontClasses } from "@/components/theme/fonts";
import { ToastProvider } from "@/components/ui/Toast";
import { ServiceWorker } from "@/features/offline/components/ServiceWorker";
import { routing } from "@/lib/i18n/routing";
import { publicUrl } from "@/lib/seo/page";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meta");
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    metadataBase: new URL(publicUrl),
    icons: { icon: "/icon.svg", apple: "/icons/apple.png" },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#14171c" },
  ],
};

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { shell, ui, problems, error } = await getMessages();
  return (
    <html
      lang={locale}
      className={fontClasses}
      data-theme={theme === "auto" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider messages={{ shell, ui, problems, error }}>
          <ToastProvider>{children}</ToastProvider>
          <ServiceWorker />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
