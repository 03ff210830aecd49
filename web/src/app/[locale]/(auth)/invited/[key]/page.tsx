// Where an invitation's letter leads: who asks, and becoming one of the team.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptInvitation } from "@/features/invitations/components/AcceptInvitation";
import { keyOf } from "@/features/session/rules";
import { AuthPage } from "../../AuthPage";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("joining.invited"))("title"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function InvitedPage({ params }: Props) {
  const [{ key }, t] = await Promise.all([params, getTranslations("joining.invited")]);
  return (
    <AuthPage title={t("title")}>
      <AcceptInvitation mailKey={keyOf(key)} />
    </AuthPage>
  );
}
