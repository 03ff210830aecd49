// What stands where a page can do nothing without scripts; whom to call instead stands in the page's foot.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "./Notice";
import { PageTitle } from "./PageTitle";

type Props = {
  /** The page's own heading, where the children would have drawn it. */
  title?: string;
  children: ReactNode;
};

/** The children are hidden while scripts are switched off: a form that sends nothing would be a dead end. */
export function NeedsScripts({ title, children }: Props) {
  const t = useTranslations("ui.scripts");
  return (
    <>
      <noscript>
        <style>{".needs-scripts{display:none}"}</style>
        {title && <PageTitle title={title} />}
        <Notice tone="warn" title={t("title")}>
          <p>{t("text")}</p>
        </Notice>
      </noscript>
      <div className="needs-scripts">{children}</div>
    </>
  );
}
