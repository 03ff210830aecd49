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
        { href: "/cus/subscriptions/", label: t("subscriptions"), icon: "calendar" },
        { href: "/cus/invoices/", label: t("invoices"), icon: "list" },
        { href: "/cus/library/", label: t("library"), icon: "book" },
        { href: "/cus/gift-cards/", label: t("giftCards"), icon: "tag" },
        { href: "/cus/coupons/", label: t("coupons"), icon: "tag" },
        { href: "/cus/packages/", label: t("packages"), icon: "tag" },
        { href: "/cus/waiting/", label: t("waiting"), icon: "hourglass" },
        { href: "/cus/cards/", label: t("cards"), icon: "card" },
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
