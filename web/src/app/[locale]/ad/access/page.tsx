// Who looks after what: managers with their scopes, and the templates that scopes begin from.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { ManagerList } from "@/features/access/components/ManagerList";
import { TemplateList } from "@/features/access/components/TemplateList";
import { loadChoices, loadManagers, loadTemplates } from "@/features/access/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import styles from "../../area.module.css";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

export default async function AccessPage({ searchParams }: Props) {
  await requireArea("ad");
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const [t, { managers, next }, choices, templates] = await Promise.all([
    getTranslations("access"),
    loadManagers(cursor),
    loadChoices(),
    loadTemplates(),
  ]);
  return (
    <Texts of={["access"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className={styles.section}>
        <ManagerList managers={managers} choices={choices} />
        <div className={styles.pager}>
          {cursor && <ButtonLink href="/ad/access/">{t("first")}</ButtonLink>}
          {next && (
            <ButtonLink href={{ pathname: "/ad/access/", query: { after: next } }}>{t("more")}</ButtonLink>
          )}
        </div>
      </div>
      <TemplateList templates={templates} />
    </Texts>
  );
}
