// One mentor's own page.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { ProfileView } from "@/features/mentors/components/ProfileView";
import { loadProfile } from "@/features/mentors/loaders";
import type { Profile } from "@/features/mentors/rules";
import { personThings } from "@/features/mentors/structured";
import { loadProducts } from "@/features/products/loaders";
import { addressOf, pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

type Props = { params: Promise<{ slug: string }> };

async function find({ params }: Props): Promise<{ profile: Profile; locale: string; path: string }> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const { online } = doors(await loadBusinesses(locale));
  const profile = online ? await loadProfile(locale, online.slug, slug) : null;
  return { profile: profile ?? notFound(), locale, path: `/mentors/${slug}/` };
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

export default async function MentorPage(props: Props) {
  const [{ profile, locale, path }, t] = await Promise.all([find(props), getTranslations("mentors")]);
  const theirs = await loadProducts(locale, profile.slug);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: "/mentors/" },
    { name: profile.name, path },
  ];
  return (
    <>
      <StructuredData things={[...personThings(profile, path, locale), breadcrumbs(steps, locale)]} />
      <ProfileView
        profile={profile}
        url={addressOf(path, locale)}
        above={{ href: "/mentors/", label: t("all") }}
        products={theirs.filter(({ business }) => business === profile.business)}
      />
    </>
  );
}
