// What the signed-in customer waits for.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { MyWaiting } from "@/features/waiting/components/MyWaiting";
import { loadMyEntries } from "@/features/waiting/loaders";
import { now } from "@/lib/clock";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waiting"))("title") };
}

export default async function MyWaitingPage() {
  await requireArea("cus");
  const [t, entries] = await Promise.all([getTranslations("waiting"), loadMyEntries()]);
  return (
    <Texts of={["booking", "waiting"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <MyWaiting entries={entries} now={now().toISOString()} />
    </Texts>
  );
}
