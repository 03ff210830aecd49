// The pages of those who look after some of the staff.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaFrame } from "@/features/session/components/AreaFrame";
import { requireArea } from "@/features/session/loaders";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  const [t, me] = await Promise.all([getTranslations("areas.nav"), requireArea("man")]);
  const staff = { href: "/man/staff/", label: t("staff"), icon: "person" } as const;
  const customers = { href: "/man/customers/", label: t("customers"), icon: "people" } as const;
  const timeOff = { href: "/man/time-off/", label: t("timeOff"), icon: "sun" } as const;
  const requests = { href: "/man/requests/", label: t("requests"), icon: "talk" } as const;
  const waiting = { href: "/man/waiting/", label: t("waiting"), icon: "hourglass" } as const;
  const repeating = { href: "/man/subscriptions/", label: t("subscriptions"), icon: "calendar" } as const;
  const orders = { href: "/man/orders/", label: t("orders"), icon: "receipt" } as const;
  const payments = { href: "/man/payments/", label: t("payments"), icon: "tag" } as const;
  const may = (action: string) => me.scope_actions?.some((each) => each === action) ?? false;
  const phone = { href: "/man/book/", label: t("phone"), icon: "phone" } as const;
  return (
    <AreaFrame
      area="man"
      pages={[
        { href: "/man/dashboard/", label: t("today"), icon: "check" },
        { href: "/man/calendar/", label: t("calendar"), icon: "calendar" },
        ...(me.scope_actions?.includes("customers") ? [customers] : []),
        ...(me.scope_actions?.includes("appointments") ? [phone] : []),
        ...(may("appointments") || may("refunds") ? [orders] : []),
        ...(may("refunds") ? [payments] : []),
        ...(me.scope_actions?.includes("staff") ? [staff, timeOff] : []),
        ...(me.scope_actions?.includes("appointments") ? [repeating, requests, waiting] : []),
        { href: "/man/why-not/", label: t("whyNot"), icon: "search" },
        { href: "/man/security/", label: t("security"), icon: "lock" },
      ]}
    >
      {children}
    </AreaFrame>
  );
}
