// The pages of those whose time is booked.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { loadBusinesses } from "@/features/business/loaders";
import { travels } from "@/features/business/rules";
import { AreaFrame } from "@/features/session/components/AreaFrame";
import { requireArea } from "@/features/session/loaders";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [t, me, businesses] = await Promise.all([
    getTranslations("areas.nav"),
    requireArea("st"),
    loadBusinesses(await getLocale()),
  ]);
  const areas = { href: "/st/areas/", label: t("areas"), icon: "map" } as const;
  return (
    <AreaFrame
      area="st"
      pages={[
        { href: "/st/dashboard/", label: t("today"), icon: "check" },
        { href: "/st/calendar/", label: t("calendar"), icon: "calendar" },
        { href: "/st/hours/", label: t("hours"), icon: "clock" },
        { href: "/st/customers/", label: t("customers"), icon: "people" },
        ...(travels(businesses, me.business?.slug) ? [areas] : []),
        { href: "/st/tips/", label: t("tips"), icon: "tag" },
        { href: "/st/profile/", label: t("profile"), icon: "person" },
        { href: "/st/requests/", label: t("requests"), icon: "talk" },
        { href: "/st/why-not/", label: t("whyNot"), icon: "search" },
        { href: "/st/security/", label: t("security"), icon: "lock" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
