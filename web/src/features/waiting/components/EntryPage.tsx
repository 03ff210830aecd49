// One entry for the team: who waits, for what, and a time to offer.
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { problemOf } from "@/lib/api/problem";
import { now } from "@/lib/clock";
import { formatRange, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { loadEntry } from "../loaders";
import { EntryFacts } from "./EntryFacts";
import { Managing } from "./Managing";
import styles from "./waiting.module.css";

type Props = { area: "ad" | "man"; id: string };

async function entryOrNotFound(id: string) {
  try {
    return await loadEntry(id);
  } catch (error) {
    if ([403, 404, 422].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export async function EntryPage({ area, id }: Props) {
  await requireArea(area);
  const [t, locale, entry] = await Promise.all([
    getTranslations("waitingTeam"),
    getLocale(),
    entryOrNotFound(id),
  ]);
  const { offer } = entry;
  const list = `/${area}/waiting/`;
  return (
    <Texts of={["booking", "change", "waitingTeam"]}>
      <PageTitle
        above={<Link href={list}>{t("title")}</Link>}
        title={entry.name}
        lead={`${entry.names.join(" + ")} · ${t(`state.${entry.state}`)}`}
      />
      <div className={styles.section}>
        <p>
          <a href={`mailto:${entry.email}`}>{entry.email}</a>
        </p>
        <EntryFacts entry={entry} />
        {offer && (
          <p className={styles.muted}>
            {t(`offer.${offer.state}`, {
              when: formatRange(offer.starts_at, offer.ends_at, entry.zone, locale),
              name: offer.staff_name,
              until: formatTime(offer.expires_at, entry.zone, locale),
            })}
          </p>
        )}
        <ClockProvider now={now().toISOString()}>
          <QueryProvider>
            <Managing
              key={`${entry.state} ${offer?.id} ${offer?.state}`}
              entry={entry}
              now={now().toISOString()}
              list={list}
            />
          </QueryProvider>
        </ClockProvider>
      </div>
    </Texts>
  );
}
