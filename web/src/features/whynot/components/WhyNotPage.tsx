// The "why not?" page of every part of the team; only whom one may ask about differs.
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import type { AreaName } from "@/features/session/rules";
import { now } from "@/lib/clock";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { loadPeople } from "../loaders";
import { WhyNot } from "./WhyNot";

export async function WhyNotPage({ area }: { area: AreaName }) {
  const me = await requireArea(area);
  const [t, people] = await Promise.all([getTranslations("whynot"), loadPeople(me)]);
  const zone = people[0]?.zone ?? "Europe/London";
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {people.length === 0 ? (
        <EmptyState icon="person" heading="h2" title={t("nobody")}>
          {null}
        </EmptyState>
      ) : (
        <WhyNot people={people} tomorrow={addDays(dateIn(zone, now()), 1)} />
      )}
    </>
  );
}
