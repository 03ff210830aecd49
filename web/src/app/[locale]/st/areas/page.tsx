// Where somebody travels to.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { travels } from "@/features/business/rules";
import { requireArea } from "@/features/session/loaders";
import { AreaEditor } from "@/features/staff/components/AreaEditor";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { loadAreas } from "@/features/staff/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.places"))("title") };
}

export default async function AreasPage() {
  const { staff_id, business } = await requireArea("st");
  if (!travels(await loadBusinesses(await getLocale()), business?.slug)) notFound();
  if (!staff_id) return <NoStaffRecord />;
  const [t, areas] = await Promise.all([getTranslations("areas.places"), loadAreas(staff_id)]);
  return (
    <Texts of={["simulator"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <AreaEditor staffId={staff_id} areas={areas} />
    </Texts>
  );
}
