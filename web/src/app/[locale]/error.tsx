"use client";
// A page that failed while it was being made: what happened, a way forward, and the number in our log.
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("error");
  return (
    <div
      style={{ maxWidth: "var(--text-width)", margin: "0 auto", padding: "var(--s10) var(--s4)" }}
      role="alert"
    >
      <PageTitle title={t("title")} lead={t("text")} />
      <p style={{ display: "flex", flexWrap: "wrap", gap: "var(--s3)" }}>
        <Button kind="main" onClick={reset}>
          {t("retry")}
        </Button>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </p>
      {error.digest && (
        <p style={{ marginTop: "var(--s6)", color: "var(--muted)" }}>
          {t("reference", { reference: error.digest })}
        </p>
      )}
    </div>
  );
}
