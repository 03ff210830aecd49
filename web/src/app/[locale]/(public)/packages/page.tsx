// Every package of visits on sale, made on the server, so that search engines read it too.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { PackageList } from "@/features/packages/components/PackageList";
import { loadPackages } from "@/features/packages/loaders";
import { loadCanBePaid } from "@/features/products/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

const PATH = "/packages/";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("packages"), getLocale()]);
  return pageMetadata({ locale, path: PATH, title: t("title"), description: t("lead"), card: "services" });
}

export default async function PackagesPage() {
  const [t, locale] = await Promise.all([getTranslations("packages"), getLocale()]);
  const [packages, canBePaid] = await Promise.all([loadPackages(locale), loadCanBePaid(locale)]);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: PATH },
  ];
  return (
    <Texts of={["packages"]}>
      <StructuredData things={[breadcrumbs(steps, locale)]} />
      <PageTitle title={t("title")} lead={t("lead")} />
      {packages.length === 0 ? (
        <EmptyState title={t("none")} action={<ButtonLink href="/services/">{t("services")}</ButtonLink>}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <PackageList packages={packages} canBePaid={canBePaid} />
      )}
      <p>
        <Link href="/packages/balance/">{t("toBalance")}</Link>
      </p>
    </Texts>
  );
}
