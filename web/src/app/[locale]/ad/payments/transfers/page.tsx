// Bank transfers: a statement sent in, what came proposed to orders, and what was looked after.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { BankLines, DoneLines } from "@/features/payments/components/BankLines";
import styles from "@/features/payments/components/payments.module.css";
import { StatementForm } from "@/features/payments/components/StatementForm";
import { loadBankLines } from "@/features/payments/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfersTeam"))("title") };
}

export default async function TransfersPage({ searchParams }: Props) {
  await requireArea("ad");
  const { after } = await searchParams;
  const [t, businesses, open, booked, aside] = await Promise.all([
    getTranslations("transfersTeam"),
    loadBusinesses(await getLocale()),
    loadBankLines("open", typeof after === "string" ? after : ""),
    loadBankLines("booked"),
    loadBankLines("aside"),
  ]);
  return (
    <Texts of={["transfersTeam"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <section aria-labelledby="statement" className={styles.statement}>
        <h2 id="statement">{t("upload")}</h2>
        <StatementForm businesses={businesses.map(({ slug, name }) => ({ slug, name }))} />
      </section>
      <BankLines lines={open.lines} />
      {open.next && <ButtonLink href={`/ad/payments/transfers/?after=${open.next}`}>{t("older")}</ButtonLink>}
      <DoneLines lines={booked.lines} title={t("done")} />
      <DoneLines lines={aside.lines} title={t("asideTitle")} />
    </Texts>
  );
}
