// One customer for whoever visits them: what is needed for the work, and nothing more.
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { PageTitle } from "@/components/ui/PageTitle";
import { Answers } from "@/features/catalog/components/Answers";
import { Link } from "@/lib/i18n/navigation";
import { readablePhone, telLink } from "@/lib/phone";
import type { Customer } from "../rules";
import styles from "./customers.module.css";
import { Visits } from "./Visits";

export function VisitedCustomer({ record }: { record: Customer }) {
  const t = useTranslations("customers");
  return (
    <>
      <PageTitle
        above={<Link href="/st/customers/">{t("title")}</Link>}
        title={<bdi>{record.name}</bdi>}
        lead={t("visited.lead")}
      />
      <div className={styles.columns}>
        <div>
          <Section title={t("visited.ahead")}>
            <Visits visits={record.visits} none={t("noVisits")} />
          </Section>
          <Section title={t("visited.past")}>
            <Visits visits={record.past_visits} none={t("visited.noPast")} />
          </Section>
        </div>
        <div>
          <Section title={t("phone")}>
            {record.phone ? (
              <p className={styles.call}>
                <a href={telLink(record.phone)}>{readablePhone(record.phone)}</a>
              </p>
            ) : (
              <p className={styles.muted}>{t("visited.noPhone")}</p>
            )}
          </Section>
          {record.fields.map((filled) => (
            <Section key={filled.business} title={t("visited.toKnow")}>
              <Answers answers={filled.told} />
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
