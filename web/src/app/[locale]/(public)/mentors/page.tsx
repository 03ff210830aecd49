// The people met on a screen: searched and put in order by the address, so that every search can be kept and shared.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { MentorCard } from "@/features/mentors/components/MentorCard";
import styles from "@/features/mentors/components/mentors.module.css";
import { SearchForm } from "@/features/mentors/components/SearchForm";
import { loadProfiles } from "@/features/mentors/loaders";
import {
  isUntidy,
  type Profiles,
  profileHref,
  type Query,
  readSearch,
  searchString,
} from "@/features/mentors/rules";
import { listThing } from "@/features/mentors/structured";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

const PATH = "/mentors/";

type Props = { searchParams: Promise<Query> };

const nobody: Profiles = { items: [], next_cursor: null, count: 0, expertise: [], languages: [], prices: [] };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, locale, query] = await Promise.all([getTranslations("mentors"), getLocale(), searchParams]);
  const page = pageMetadata({
    locale,
    path: PATH,
    title: t("title"),
    description: t("lead"),
    card: "mentors",
  });
  // One page stands for all its searches.
  return searchString(readSearch(query)) ? { ...page, robots: { index: false, follow: true } } : page;
}

export default async function MentorsPage({ searchParams }: Props) {
  const [t, locale, query] = await Promise.all([getTranslations("mentors"), getLocale(), searchParams]);
  const search = readSearch(query);
  if (isUntidy(query)) redirect(getPathname({ href: PATH, locale }) + searchString(search));
  const { online } = doors(await loadBusinesses(locale));
  const found = online ? await loadProfiles(locale, online.slug, search) : nobody;
  const { after, ...kept } = search;
  const searching = searchString(kept) !== "";
  const href = (profile: Profiles["items"][number]) => profileHref(profile, online?.slug);
  return (
    <>
      <StructuredData
        things={[
          listThing(found.items, href, locale),
          breadcrumbs(
            [
              { name: "Almanac", path: "/" },
              { name: t("title"), path: PATH },
            ],
            locale,
          ),
        ]}
      />
      <PageTitle title={t("title")} lead={t("lead")} />
      <SearchForm search={kept} choices={found} />
      {found.count === 0 ? (
        <EmptyState
          icon="talk"
          heading="h2"
          title={t(searching ? "noMatch" : "none")}
          action={searching && <ButtonLink href={PATH}>{t("everybody")}</ButtonLink>}
        >
          <p>{t(searching ? "noMatchText" : "noneText")}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.count}>
            <p role="status">{t("count", { count: found.count })}</p>
            {searching && <Link href={PATH}>{t("everybody")}</Link>}
          </div>
          <ul className={styles.list}>
            {found.items.map((profile) => (
              <MentorCard key={profile.id} profile={profile} online={online?.slug ?? ""} />
            ))}
          </ul>
          {found.next_cursor && (
            <p className={styles.more}>
              <ButtonLink href={PATH + searchString({ ...kept, after: found.next_cursor })} prefetch={false}>
                {t("more")}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </>
  );
}
