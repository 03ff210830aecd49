// The texts of the journey, for its client components.
import type { ReactNode } from "react";
import { Texts } from "@/lib/i18n/Texts";

export default function BookingLayout({ children }: { children: ReactNode }) {
  return (
    <Texts
      of={[
        "addressSearch",
        "booking",
        "questions",
        "track",
        "joining",
        "waiting",
        "payments",
        "invoices",
        "library",
        "giftCards",
        "packages",
      ]}
    >
      {children}
    </Texts>
  );
}
