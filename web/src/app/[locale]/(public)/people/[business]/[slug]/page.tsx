// The page of somebody who comes to the door; mentors have the shorter address, and whoever asks here is led there.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { ProfileView } from "@/features/mentors/components/ProfileView";
import { loadProfile } from "@/features/mentors/loaders";
import { type Profile, profileHref } from "@/features/mentors/rules";
import { personThings } from "@/features/mentors/structured";
import { redirect } from "@/lib/i18n/navigation";
import { addressOf, pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

type Props = { params: Promise<{ business: string; slug: string }> };

async function find({ params }: Props): Promise<{ profile: Profile; locale: string; path: string }> {
  const [{ business, slug }, locale] = await Promise.all([params, getLocale()]);
  const profile = (await loadProfile(locale, business, slug)) ?? notFound();
  const path = `/people/${business}/${slug}/`;
  const home = profileHref(profile, doors(await loadBusinesses(locale)).online?.slug);
  if (home !== path) redirect({ href: home, locale });
  return { profile, locale, path };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { profile, locale, path } = await find(props);
  return pageMetadata({
    locale,
    path,
    kind: "profile",
    title: profile.title ? `${profile.name}, ${profile.title}` : profile.name,
    description: profile.biography,
    picture: profile.photo_url ? { url: profile.photo_url, alt: profile.name } : undefined,
  });
}

export default async function PersonPage(props: Props) {
  const [{ profile, locale, path }, t] = await Promise.all([find(props), getTranslations("services")]);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: "/services/" },
    { name: profile.name, path },
  ];
  return (
    <>
      <StructuredData things={[...personThings(profile, path, locale), breadcrumbs(steps, locale)]} />
      <ProfileView
        profile={profile}
        url={addressOf(path, locale)}
        above={{ href: "/services/", label: t("all") }}
      />
    </>
  );
}
