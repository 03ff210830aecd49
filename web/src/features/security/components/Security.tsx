// Sign-in and security, the same page in every area.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { Texts } from "@/lib/i18n/Texts";
import type { Me } from "../rules";
import { SecuritySections } from "./SecuritySections";

export async function Security({ me }: { me: Me }) {
  const t = await getTranslations("security");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Texts of={["account", "security"]}>
        <SecuritySections email={me.email} />
      </Texts>
    </>
  );
}
