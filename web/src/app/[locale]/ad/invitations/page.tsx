// Inviting staff and managers, and what became of the letters.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadTemplates } from "@/features/access/loaders";
import { loadBusinesses } from "@/features/business/loaders";
import { InvitationTable } from "@/features/invitations/components/InvitationTable";
import { InviteForm } from "@/features/invitations/components/InviteForm";
import styles from "@/features/invitations/components/invitations.module.css";
import { invitationsFile, loadInvitations, loadUnclaimed } from "@/features/invitations/loaders";
import { INVITATION_FILTERS, LIST_HEADING } from "@/features/invitations/rules";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations"))("title") };
}

export default async function InvitationsPage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, INVITATION_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses, unclaimed, templates] = await Promise.all([
    getTranslations("invitations"),
    loadInvitations(state),
    loadBusinesses(locale),
    loadUnclaimed(),
    loadTemplates(),
  ]);
  const known = businesses.map(({ slug, name }) => ({ slug, name }));
  return (
    <Texts of={["invitations", "list", "proof"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <section aria-labelledby="invite">
        <h2 id="invite">{t("newTitle")}</h2>
        <InviteForm
          businesses={known}
          unclaimed={unclaimed}
          templates={templates.map(({ id, name }) => ({ id, name }))}
        />
      </section>
      <section aria-labelledby={LIST_HEADING} className={styles.list}>
        <h2 id={LIST_HEADING} tabIndex={-1}>
          {t("listTitle")}
        </h2>
        <InvitationTable
          {...found}
          state={state}
          businesses={known}
          zone={businesses[0]?.zone ?? "Europe/London"}
          path="/ad/invitations/"
          file={invitationsFile(state, locale)}
        />
      </section>
    </Texts>
  );
}
