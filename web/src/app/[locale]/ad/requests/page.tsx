// All customers' requests, and who must give a reason.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { loadBusinesses } from "@/features/business/loaders";
import { ReasonRules } from "@/features/requests/components/ReasonRules";
import { RequestsPage } from "@/features/requests/components/RequestsPage";
import { loadReasonRules } from "@/features/requests/loaders";
import { requireArea } from "@/features/session/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function Requests({ searchParams }: Props) {
  await requireArea("ad");
  const rules = await loadReasonRules(await loadBusinesses(await getLocale()));
  return (
    <RequestsPage area="ad" params={await searchParams}>
      <ReasonRules rules={rules} />
    </RequestsPage>
  );
}
