// Where one of the staff travels to, for those who look after them.
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { AreaEditor } from "@/features/staff/components/AreaEditor";
import { loadAreas } from "@/features/staff/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { loadRecord } from "../loaders";

export async function AreasPage({ id, area }: { id: string; area: "ad" | "man" }) {
  const record = await loadRecord(id);
  if (!record.can.keep) notFound();
  const [t, areas] = await Promise.all([getTranslations("areas.places"), loadAreas(id)]);
  return (
    <Texts of={["simulator"]}>
      <PageTitle
        above={
          <Link href={`/${area}/staff/${id}/`}>
            <bdi>{record.name}</bdi>
          </Link>
        }
        title={t("title")}
        lead={t("leadOf")}
      />
      <AreaEditor staffId={id} areas={areas} title={t("listOf")} />
    </Texts>
  );
}
