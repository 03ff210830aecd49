// Sign-in and security, the same page in every area.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadCompanies } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";
import type { Me } from "../rules";
import { SecuritySections } from "./SecuritySections";

export async function Security({ me }: { me: Me }) {
  const [t, companies] = await Promise.all([getTranslations("security"), loadCompanies()]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Texts of={["account", "proof", "security"]}>
        <SecuritySections email={me.email} companies={companies} />
      </Texts>
    </>
  );
}
