"use client";
// What follows when something of the catalogue was saved or put away: it is told by its name, and its list is shown.
import { useLocale, useTranslations } from "next-intl";
import { useToast } from "@/components/ui/Toast";
import { useRouter } from "@/lib/i18n/navigation";

type Done = "saved" | "putAway" | "productPutAway" | "broughtBack";

/** Nothing was saved where `found` is null: what stood in the way is shown by the form. */
export function useFinish() {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  return (found: { name: Record<string, string> } | null, done: Done, next: string) => {
    if (!found) return;
    toast(t(done, { name: found.name[locale] ?? found.name.en ?? "" }));
    router.push(next);
    router.refresh();
  };
}
