// What the signed-in customer bought to download.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { LibraryList } from "@/features/products/components/LibraryList";
import { loadLibrary } from "@/features/products/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

export default async function LibraryPage() {
  await requireArea("cus");
  const [t, items] = await Promise.all([getTranslations("library"), loadLibrary()]);
  return (
    <Texts of={["library"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {items.length === 0 ? (
        <EmptyState
          heading="h2"
          icon="book"
          title={t("noneTitle")}
          action={<ButtonLink href="/products/">{t("look")}</ButtonLink>}
        >
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <LibraryList items={items} withOrder heading="h2" />
      )}
    </Texts>
  );
}
