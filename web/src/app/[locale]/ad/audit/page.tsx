// The audit log: who did what and when, as the address asks for it.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { listQuery, readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { AuditTable, PATH } from "@/features/audit/components/AuditTable";
import { PersonFinder } from "@/features/audit/components/PersonFinder";
import { auditFile, loadAudit, loadAuditChoices, loadPerson } from "@/features/audit/loaders";
import { AUDIT_FILTERS, auditQuery } from "@/features/audit/rules";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, AUDIT_FILTERS);
  const locale = await getLocale();
  const businesses = await loadBusinesses(locale);
  const chosen = businesses.find(({ slug }) => slug === state.filters.business) ?? businesses[0];
  const zone = chosen?.zone ?? "Europe/London";
  const query = auditQuery(state, zone);
  const [t, found, choices, person] = await Promise.all([
    getTranslations("audit"),
    loadAudit(query, state),
    loadAuditChoices(),
    loadPerson(query.person_id),
  ]);
  const { person_id: _, ...others } = listQuery(state, { filters: state.filters });
  const everybody = new URLSearchParams(others).toString();
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return (
    <Texts of={["list", "audit"]}>
      <PageTitle title={t("title")} lead={`${t("lead")} ${t("zoneNote", { city })}`} />
      <PersonFinder
        key={person?.id}
        person={person}
        everybody={everybody ? `${PATH}?${everybody}` : PATH}
        one={`${PATH}?${everybody ? `${everybody}&` : ""}person_id=`}
      />
      <AuditTable
        {...found}
        state={state}
        choices={choices}
        businesses={businesses}
        zone={zone}
        file={auditFile(query, state, locale)}
      />
    </Texts>
  );
}
