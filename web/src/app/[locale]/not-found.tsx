// An address without a page.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";

export default function NotFoundPage() {
  const t = useTranslations("notFound");
  return (
    <>
      <PageTitle title={t("title")} lead={t("text")} />
      <p style={{ display: "flex", flexWrap: "wrap", gap: "var(--s3)" }}>
        <ButtonLink kind="main" href="/">
          {t("home")}
        </ButtonLink>
        <ButtonLink href="/track/">{t("track")}</ButtonLink>
      </p>
    </>
  );
}
