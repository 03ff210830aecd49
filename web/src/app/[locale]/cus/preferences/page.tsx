// The customer's own preferences: language, time zone, news; and the way to what is sent where.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { OwnPreferences } from "@/features/customers/components/OwnPreferences";
import { loadMyPreferences } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";
import { routing } from "@/lib/i18n/routing";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("yourPreferences") };
}

export default async function PreferencesPage() {
  await requireArea("cus");
  const [t, tm, preferences] = await Promise.all([
    getTranslations("customers"),
    getTranslations("messages"),
    loadMyPreferences(),
  ]);
  return (
    <Texts of={["customers"]}>
      <PageTitle
        title={t("yourPreferences")}
        lead={t("yourPreferencesLead")}
        actions={<ButtonLink href="/cus/messages/choices/">{tm("toChoices")}</ButtonLink>}
      />
      <OwnPreferences
        preferences={preferences}
        languages={[...routing.locales]}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </Texts>
  );
}
