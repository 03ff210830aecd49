// Where the letter's button leads: prove that an address is one's own, by one press.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConfirmAddress } from "@/features/session/components/ConfirmAddress";
import { keyOf } from "@/features/session/rules";
import { AuthPage } from "../../AuthPage";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("account.verify"))("title"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function VerifyPage({ params }: Props) {
  const [{ key }, t, locale] = await Promise.all([params, getTranslations("account.verify"), getLocale()]);
  return (
    <AuthPage title={t("title")} lead={t("lead")}>
      <ConfirmAddress mailKey={keyOf(key)} locale={locale} />
    </AuthPage>
  );
}
