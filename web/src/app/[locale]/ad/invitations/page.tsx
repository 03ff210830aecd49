// Inviting staff and managers, and what became of the letters.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadTemplates } from "@/features/access/loaders";
import { loadBusinesses } from "@/features/business/loaders";
import { Invitations } from "@/features/invitations/components/Invitations";
import { loadInvitations, loadUnclaimed } from "@/features/invitations/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import styles from "../../area.module.css";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations"))("title") };
}

export default async function InvitationsPage({ searchParams }: Props) {
  await requireArea("ad");
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const [t, { invitations, next }, businesses, unclaimed, templates] = await Promise.all([
    getTranslations("invitations"),
    loadInvitations(cursor),
    loadBusinesses(await getLocale()),
    loadUnclaimed(),
    loadTemplates(),
  ]);
  return (
    <Texts of={["invitations", "proof"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Invitations
        key={cursor}
        invitations={invitations}
        businesses={businesses.map(({ slug, name }) => ({ slug, name }))}
        unclaimed={unclaimed}
        templates={templates.map(({ id, name }) => ({ id, name }))}
        zone={businesses[0]?.zone ?? "Europe/London"}
      />
      <p className={styles.pager}>
        {cursor && <ButtonLink href="/ad/invitations/">{t("first")}</ButtonLink>}
        {next && (
          <ButtonLink href={{ pathname: "/ad/invitations/", query: { after: next } }}>{t("more")}</ButtonLink>
        )}
      </p>
    </Texts>
  );
}
