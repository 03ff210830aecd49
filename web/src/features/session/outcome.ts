"use client";
// What follows a try to sign in: the wanted page, or the next step on this one.
import { useState } from "react";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { fetchMe, type SignInOutcome } from "./api";
import { dashboardOf, withFragment } from "./rules";

type Wanted = { next: string | null; locale: Locale; fragment?: () => string };

export function useOutcome({ next, locale, fragment = () => window.location.hash }: Wanted) {
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);

  async function take(found: SignInOutcome) {
    if (found.kind === "signed_in") {
      // A full load, so that nothing of the stranger's page is kept.
      const own = dashboardOf(await fetchMe()) ?? "/";
      window.location.assign(next ? withFragment(next, fragment()) : getPathname({ href: own, locale }));
      await new Promise(() => {}); // busy until the next page is there
    }
    setOutcome(found);
  }

  return { outcome, take, startAgain: () => setOutcome(null) };
}
