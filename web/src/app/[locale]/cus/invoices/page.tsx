// The customer's own invoices and credit notes.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { INVOICE_FILTERS, InvoiceTable } from "@/features/invoices/components/InvoiceTable";
import styles from "@/features/invoices/components/invoices.module.css";
import { invoicesFile, loadInvoices } from "@/features/invoices/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("own") };
}

export default async function OwnInvoicesPage({ searchParams }: Props) {
  await requireArea("cus");
  const state = readList(await searchParams, INVOICE_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("invoices"),
    loadInvoices(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("own")} lead={t("ownLead")} />
      <p className={styles.before}>
        <ButtonLink href="/cus/statement/">{t("statement")}</ButtonLink>
      </p>
      <InvoiceTable
        {...found}
        state={state}
        businesses={businesses}
        area="cus"
        file={invoicesFile(state, locale)}
      />
    </Texts>
  );
}
