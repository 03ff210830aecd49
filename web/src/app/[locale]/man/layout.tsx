// The pages of those who look after some of the staff.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaFrame } from "@/features/session/components/AreaFrame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("areas.nav");
  return (
    <AreaFrame
      area="man"
      pages={[
        { href: "/man/dashboard/", label: t("today"), icon: "calendar" },
        { href: "/man/why-not/", label: t("whyNot"), icon: "search" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
