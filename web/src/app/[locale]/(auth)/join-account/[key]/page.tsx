// Where the letter after a guest's order leads: an account with that order in it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinAccountForm } from "@/features/session/components/JoinAccountForm";
import { keyOf } from "@/features/session/rules";
import { AuthPage } from "../../AuthPage";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("joining.open"))("title"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function JoinAccountPage({ params }: Props) {
  const [{ key }, t] = await Promise.all([params, getTranslations("joining.open")]);
  return (
    <AuthPage title={t("title")}>
      <JoinAccountForm mailKey={keyOf(key)} />
    </AuthPage>
  );
}
