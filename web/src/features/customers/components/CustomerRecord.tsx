"use client";
// A whole record: how to reach somebody, where they live, what was booked, what the team knows, and what became of it.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { useToast } from "@/components/ui/Toast";
import { CustomerPoints } from "@/features/points/components/CustomerPoints";
import type { Points } from "@/features/points/rules";
import { problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { capitalised, languageName } from "@/lib/i18n/languages";
import { Link } from "@/lib/i18n/navigation";
import { readablePhone, telLink } from "@/lib/phone";
import { bookOf, fetchCustomer, saveCustomer } from "../api";
import { type Area, type Contact, type Customer, contactOf } from "../rules";
import { AddressBook } from "./AddressBook";
import { Archive } from "./Archive";
import { ContactForm } from "./ContactForm";
import styles from "./customers.module.css";
import { History } from "./History";
import { MergeSection } from "./MergeSection";
import { Notes } from "./Notes";
import { RecordFields } from "./RecordFields";
import { Tags } from "./Tags";
import { Visits } from "./Visits";

type Props = {
  first: Customer;
  points: Points[];
  tags: string[];
  area: Area;
  languages: string[];
  zones: string[];
};

export function CustomerRecord({ first, points, tags, area, languages, zones }: Props) {
  const t = useTranslations("customers");
  const toast = useToast();
  const [record, setRecord] = useState(first);
  const [editing, setEditing] = useState(false);
  const path = `/${area}/customers/`;
  const { zone } = record;

  async function save(contact: Contact) {
    try {
      setRecord(await saveCustomer(record.id, contact, record.revision));
    } catch (error) {
      // What is shown is as it stands now; what was typed stays in the form, and the next press counts.
      if (problemOf(error).status === 412) setRecord(await fetchCustomer(record.id));
      throw error;
    }
    setEditing(false);
    toast(t("saved"));
  }

  return (
    <>
      <PageTitle
        above={<Link href={path}>{t("title")}</Link>}
        title={<bdi>{record.name}</bdi>}
        lead={record.has_account ? t("hasAccount") : t("noAccount")}
      />
      {record.merged_into && (
        <Notice tone="note" title={t("mergedInto", { name: record.merged_into.name })}>
          <Link href={`${path}${record.merged_into.id}/`}>{t("openKept")}</Link>
        </Notice>
      )}
      {record.archived_at && !record.merged_into && <Notice tone="note" title={t("isArchived")} />}
      {record.can_edit && record.alike.length > 0 && (
        <Notice tone="warn" title={t("alike")}>
          <ul>
            {record.alike.map(({ id, name }) => (
              <li key={id}>
                <Link href={`${path}${id}/`}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.columns}>
        <div>
          <Section title={t("contact")}>
            {editing ? (
              <ContactForm
                first={contactOf(record)}
                languages={languages}
                zones={zones}
                fixedEmail={record.has_account}
                submit={t("save")}
                onSubmit={save}
              >
                <Button onClick={() => setEditing(false)}>{t("cancel")}</Button>
              </ContactForm>
            ) : (
              <>
                <Reach record={record} />
                {record.can_edit && <Button onClick={() => setEditing(true)}>{t("editContact")}</Button>}
              </>
            )}
          </Section>
          {record.fields.map((filled) => (
            <Section key={filled.business} title={t("fieldsOf", { business: filled.business_name })}>
              <RecordFields record={record} filled={filled} onTaken={setRecord} />
            </Section>
          ))}
          <Section title={t("addresses")}>
            <AddressBook
              key={record.history.filter(({ merge }) => merge).length}
              addresses={record.addresses}
              book={bookOf(record.id, setRecord)}
              canEdit={record.can_edit}
            />
          </Section>
          <Section title={t("notes")}>
            <Notes record={record} zone={zone} onTaken={setRecord} />
          </Section>
          {area === "ad" && !record.archived_at && (
            <Section title={t("couponTitle")}>
              <p>{t("couponText")}</p>
              <ButtonLink href={`/ad/pricing/coupons/new/?customer=${record.id}`}>{t("coupon")}</ButtonLink>
            </Section>
          )}
          {record.can_edit && (
            <Section title={t("mergeTitle")}>
              <MergeSection record={record} path={path} onTaken={setRecord} />
            </Section>
          )}
          <Section title={record.archived_at ? t("restoreTitle") : t("archiveTitle")}>
            <Archive record={record} onTaken={setRecord} />
          </Section>
        </div>
        <div>
          <Section title={t("tags")}>
            <Tags record={record} known={tags} onTaken={setRecord} />
          </Section>
          <Section title={t("visits")}>
            <Visits visits={record.visits} none={t("noVisits")} withStaff />
          </Section>
          <Section title={t("orders")}>
            <Orders record={record} area={area} />
            {area === "ad" && !record.archived_at && (
              <p>
                <ButtonLink kind="quiet" href={`/ad/packages/new/?customer=${record.id}`}>
                  {t("givePackage")}
                </ButtonLink>
              </p>
            )}
          </Section>
          {points.length > 0 && (
            <Section title={t("points")}>
              <CustomerPoints customerId={record.id} first={points} zone={zone} />
            </Section>
          )}
          <Section title={t("consents")}>
            <Consents record={record} />
          </Section>
          <Section title={t("history")}>
            <History record={record} onTaken={setRecord} />
          </Section>
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

function Reach({ record: { phone, email, language, zone } }: { record: Customer }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  return (
    <dl className={styles.facts}>
      <dt>{t("phone")}</dt>
      <dd>{phone ? <a href={telLink(phone)}>{readablePhone(phone)}</a> : t("unknown")}</dd>
      <dt>{t("email")}</dt>
      <dd>{email ? <a href={`mailto:${email}`}>{email}</a> : t("unknown")}</dd>
      <dt>{t("language")}</dt>
      <dd>{capitalised(languageName(language, locale), locale)}</dd>
      <dt>{t("zone")}</dt>
      <dd>{zone.replaceAll("_", " ")}</dd>
    </dl>
  );
}

function Orders({ record, area }: { record: Customer; area: Area }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  if (record.orders.length === 0) return <p className={styles.muted}>{t("noOrders")}</p>;
  return (
    <ul className={styles.list}>
      {record.orders.map(({ number, business_name, placed_at }) => (
        <li key={number} className={styles.item}>
          {area === "ad" ? <Link href={`/ad/orders/${number}/`}>{number}</Link> : <strong>{number}</strong>}
          <p className={styles.muted}>
            {business_name}, {formatDay(placed_at, record.zone, locale, { year: true })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Consents({ record }: { record: Customer }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const day = (at: string) => formatDay(at, record.zone, locale, { year: true });
  if (record.consents.length === 0) return <p className={styles.muted}>{t("noConsents")}</p>;
  return (
    <ul className={styles.list}>
      {record.consents.map(({ kind, given_at, withdrawn_at, text_version }) => (
        <li key={kind + given_at} className={styles.item}>
          {t(`consent.${kind}`)} <span className={styles.muted}>({text_version})</span>
          <p className={styles.muted}>
            {withdrawn_at
              ? t("consentWithdrawn", { day: day(given_at), end: day(withdrawn_at) })
              : t("consentGiven", { day: day(given_at) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
