// What the records of a business's customers say besides how to reach them.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { FieldsEditor } from "@/features/settings/components/FieldsEditor";
import { loadFields } from "@/features/settings/loaders";
import { orNotFound } from "@/lib/api/orNotFound";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fields"))("title") };
}

export default async function CustomerFieldsPage({ params }: Props) {
  await requireArea("ad");
  const { business: slug } = await params;
  const [t, fields] = await Promise.all([getTranslations("fields"), orNotFound(loadFields(slug))]);
  return (
    <Texts of={["settings", "fields", "catalogue"]}>
      <PageTitle
        above={<Link href={`/ad/settings/${slug}/`}>{fields.business_name}</Link>}
        title={t("title")}
        lead={t("lead")}
      />
      <FieldsEditor slug={slug} first={fields} />
    </Texts>
  );
}
