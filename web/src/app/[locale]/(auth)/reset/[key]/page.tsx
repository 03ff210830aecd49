// Where the letter's link leads: choose a new password, once.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPasswordForm } from "@/features/session/components/NewPasswordForm";
import { keyOf } from "@/features/session/rules";
import { AuthPage } from "../../AuthPage";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("account.reset"))("title"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function NewPasswordPage({ params }: Props) {
  const [{ key }, t] = await Promise.all([params, getTranslations("account.reset")]);
  return (
    <AuthPage title={t("title")}>
      <NewPasswordForm mailKey={keyOf(key)} />
    </AuthPage>
  );
}
