// The pages of those who look after everything.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaFrame } from "@/features/session/components/AreaFrame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("areas.nav");
  return (
    <AreaFrame
      area="ad"
      pages={[
        { href: "/ad/dashboard/", label: t("today"), icon: "check" },
        { href: "/ad/calendar/", label: t("calendar"), icon: "calendar" },
        { href: "/ad/book/", label: t("phone"), icon: "phone" },
        { href: "/ad/orders/", label: t("orders"), icon: "receipt" },
        { href: "/ad/subscriptions/", label: t("subscriptions"), icon: "calendar" },
        { href: "/ad/payments/", label: t("payments"), icon: "tag" },
        { href: "/ad/invoices/", label: t("invoices"), icon: "receipt" },
        { href: "/ad/gift-cards/", label: t("giftCards"), icon: "tag" },
        { href: "/ad/packages/", label: t("packages"), icon: "tag" },
        { href: "/ad/customers/", label: t("customers"), icon: "people" },
        { href: "/ad/staff/", label: t("staff"), icon: "person" },
        { href: "/ad/catalogue/", label: t("catalogue"), icon: "tag" },
        { href: "/ad/pricing/", label: t("pricing"), icon: "percent" },
        { href: "/ad/requests/", label: t("requests"), icon: "talk" },
        { href: "/ad/waiting/", label: t("waiting"), icon: "hourglass" },
        { href: "/ad/time-off/", label: t("timeOff"), icon: "sun" },
        { href: "/ad/holidays/", label: t("holidays"), icon: "calendar" },
        { href: "/ad/access/", label: t("access"), icon: "key" },
        { href: "/ad/invitations/", label: t("invitations"), icon: "mail" },
        { href: "/ad/audit/", label: t("audit"), icon: "list" },
        { href: "/ad/links/", label: t("links"), icon: "link" },
        { href: "/ad/settings/", label: t("settings"), icon: "gear" },
        { href: "/ad/why-not/", label: t("whyNot"), icon: "search" },
        { href: "/ad/security/", label: t("security"), icon: "lock" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
