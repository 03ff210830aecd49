// The customer's own pages.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaFrame } from "@/features/session/components/AreaFrame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function CustomerLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("areas.nav");
  return (
    <AreaFrame
      area="cus"
      pages={[
        { href: "/cus/dashboard/", label: t("next"), icon: "calendar" },
        { href: "/cus/orders/", label: t("orders"), icon: "receipt" },
        { href: "/cus/waiting/", label: t("waiting"), icon: "hourglass" },
        { href: "/cus/details/", label: t("details"), icon: "person" },
        { href: "/cus/addresses/", label: t("addresses"), icon: "home" },
        { href: "/cus/preferences/", label: t("preferences"), icon: "gear" },
        { href: "/cus/security/", label: t("security"), icon: "lock" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
