// All invoices and credit notes, as the address asks for them.
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
  return { title: (await getTranslations("invoices"))("title") };
}

export default async function InvoicesPage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, INVOICE_FILTERS);
  const locale = await getLocale();
  const [t, tt, found, businesses] = await Promise.all([
    getTranslations("invoices"),
    getTranslations("invoicesTeam"),
    loadInvoices(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={tt("lead")} />
      <p className={styles.before}>
        <ButtonLink href="/ad/invoices/accountants/">{tt("accountants")}</ButtonLink>
      </p>
      <InvoiceTable
        {...found}
        state={state}
        businesses={businesses}
        area="ad"
        file={invoicesFile(state, locale)}
      />
    </Texts>
  );
}
