// The customers of one's own visits.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { PageTitle } from "@/components/ui/PageTitle";
import { VisitedList } from "@/features/customers/components/VisitedList";
import { loadCustomers } from "@/features/customers/loaders";
import { requireArea } from "@/features/session/loaders";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { loadWeek } from "@/features/staff/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function Customers({ searchParams }: Props) {
  const { staff_id } = await requireArea("st");
  if (!staff_id) return <NoStaffRecord />;
  const state = readList(await searchParams, []);
  const [t, page, { zone }] = await Promise.all([
    getTranslations("customers"),
    loadCustomers(state),
    loadWeek(staff_id),
  ]);
  return (
    <Texts of={["list", "customers"]}>
      <PageTitle title={t("title")} lead={t("visited.listLead")} />
      <VisitedList key={JSON.stringify(state)} first={page} state={state} zone={zone} />
    </Texts>
  );
}
