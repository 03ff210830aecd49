// The cards that the customer keeps for later.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { KeptCards } from "@/features/payments/components/KeptCards";
import { loadKeptMethods, loadOnlineMethods } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cards"))("title") };
}

export default async function CardsPage({ searchParams }: Props) {
  await requireArea("cus");
  const [t, kept, methods, { page }] = await Promise.all([
    getTranslations("cards"),
    loadKeptMethods(),
    loadOnlineMethods(),
    searchParams,
  ]);
  return (
    <Texts of={["cards", "payments"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <KeptCards
        kept={kept}
        canAdd={methods.includes("card")}
        returnedFrom={typeof page === "string" ? page : ""}
      />
    </Texts>
  );
}
