// What stands where a page can do nothing without scripts; whom to call instead stands in the page's foot.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "./Notice";

/** The children are hidden while scripts are switched off: a form that sends nothing would be a dead end. */
export function NeedsScripts({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.scripts");
  return (
    <>
      <noscript>
        <style>{".needs-scripts{display:none}"}</style>
        <Notice tone="warn" title={t("title")}>
          <p>{t("text")}</p>
        </Notice>
      </noscript>
      <div className="needs-scripts">{children}</div>
    </>
  );
}
