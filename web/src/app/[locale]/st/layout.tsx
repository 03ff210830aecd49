// The pages of those whose time is booked.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaFrame } from "@/features/session/components/AreaFrame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("areas.nav");
  return (
    <AreaFrame
      area="st"
      pages={[
        { href: "/st/dashboard/", label: t("today"), icon: "calendar" },
        { href: "/st/hours/", label: t("hours"), icon: "clock" },
        { href: "/st/areas/", label: t("areas"), icon: "home" },
        { href: "/st/why-not/", label: t("whyNot"), icon: "search" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
