// Files for the accountants.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { ExportForm } from "@/features/invoices/components/ExportForm";
import styles from "@/features/invoices/components/invoices.module.css";
import { JournalForm } from "@/features/invoices/components/JournalForm";
import { monthBefore } from "@/features/invoices/rules";
import { requireArea } from "@/features/session/loaders";
import { now } from "@/lib/clock";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoicesTeam"))("accountants") };
}

export default async function AccountantsPage() {
  await requireArea("ad");
  const [t, businesses] = await Promise.all([
    getTranslations("invoicesTeam"),
    loadBusinesses(await getLocale()),
  ]);
  const month = monthBefore(now().toISOString().slice(0, 10));
  return (
    <Texts of={["invoices", "invoicesTeam"]}>
      <PageTitle title={t("accountants")} lead={t("accountantsLead")} />
      <ExportForm first={{ business: businesses[0]?.slug ?? "", ...month }} businesses={businesses} />
      <section className={styles.books} aria-labelledby="books">
        <h2 id="books">{t("journal")}</h2>
        <p>{t("journalLead")}</p>
        <JournalForm first={month} zone={businesses[0]?.zone ?? "Europe/London"} />
      </section>
    </Texts>
  );
}
