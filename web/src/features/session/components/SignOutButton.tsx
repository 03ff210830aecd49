"use client";
// Ends the session and goes to the first page. This browser shows no message of theirs from then on.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useToast } from "@/components/ui/Toast";
import { leave, tellLeaving } from "@/features/notifications/device";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { signOut } from "../api";

export function SignOutButton({ locale }: { locale: Locale }) {
  const t = useTranslations("auth");
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function out() {
    setBusy(true);
    try {
      await tellLeaving();
      await signOut();
      await leave();
      window.location.assign(getPathname({ href: "/", locale }));
    } catch {
      toast(t("signOutFailed"));
      setBusy(false);
    }
  }

  return (
    <Button kind="quiet" busy={busy} onClick={out}>
      {t("signOut")}
    </Button>
  );
}
