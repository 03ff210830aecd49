"use client";
// What a browser is called in the list of devices: "Chrome on Android".
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { partsOf } from "@/features/security/rules";

export function useDeviceName(): () => string {
  const t = useTranslations("areas");
  return useCallback(() => {
    const { browser, system } = partsOf(navigator.userAgent);
    if (browser && system) return t("device", { browser, system });
    return browser || system || t("deviceUnknown");
  }, [t]);
}
