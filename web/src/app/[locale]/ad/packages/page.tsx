// All packages that customers have, as the address asks for them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { PassTable } from "@/features/packages/components/PassTable";
import styles from "@/features/packages/components/packages.module.css";
import { loadPackageRows, loadPasses, passesFile } from "@/features/packages/loaders";
import { PASS_FILTERS } from "@/features/packages/rules";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("packagesTeam"))("title") };
}

export default async function PassesPage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, PASS_FILTERS);
  const locale = await getLocale();
  const [t, found, packages, businesses] = await Promise.all([
    getTranslations("packagesTeam"),
    loadPasses(state),
    loadPackageRows(),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <p className={styles.toShelf}>
        <ButtonLink href="/ad/catalogue/packages/">{t("toShelf")}</ButtonLink>
      </p>
      <PassTable
        {...found}
        packages={packages}
        state={state}
        zone={businesses[0]?.zone ?? "UTC"}
        path="/ad/packages/"
        file={passesFile(state, locale)}
      />
    </Texts>
  );
}
