// Packages that the signed-in customer has: what is left, and what became of each visit.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import cards from "@/features/giftcards/components/giftcards.module.css";
import { PassList } from "@/features/packages/components/PassList";
import { loadOwnPasses } from "@/features/packages/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("packages"))("title") };
}

export default async function MyPackagesPage() {
  await requireArea("cus");
  const [t, passes] = await Promise.all([getTranslations("packages"), loadOwnPasses()]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("mineLead")} />
      <div className={cards.actions}>
        <ButtonLink href="/packages/">{t("buyOne")}</ButtonLink>
        <ButtonLink kind="quiet" href="/packages/balance/">
          {t("toBalance")}
        </ButtonLink>
      </div>
      {passes.length === 0 ? (
        <EmptyState icon="tag" heading="h2" title={t("mineNone")}>
          <p>{t("mineNoneText")}</p>
        </EmptyState>
      ) : (
        <PassList passes={passes} withOrder />
      )}
    </>
  );
}
