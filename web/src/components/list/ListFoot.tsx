// Below a list: how many rows are shown, the way to the other pages, and the list as a file.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { type ListState, listQuery, type Query } from "./address";
import styles from "./list.module.css";

type Props = {
  state: ListState;
  /** How many rows this page shows. */
  count: number;
  /** The cursor of the next page, if there is one. */
  next: string | null;
  hrefOf: (query: Query) => string;
  /** The list as a file: a link or a button. */
  file?: ReactNode;
};

export function ListFoot({ state, count, next, hrefOf, file }: Props) {
  const t = useTranslations("list");
  return (
    <div className={styles.foot}>
      <p className={styles.count} role="status">
        {t("shown", { count })}
      </p>
      <nav aria-label={t("pages")} className={styles.pages}>
        {state.after && <ButtonLink href={hrefOf(listQuery(state, { after: "" }))}>{t("first")}</ButtonLink>}
        {next && <ButtonLink href={hrefOf(listQuery(state, { after: next }))}>{t("next")}</ButtonLink>}
      </nav>
      {file}
    </div>
  );
}

/** The whole list as a file for spreadsheets, at an address of the API. */
export function FileLink({ href }: { href: string }) {
  const t = useTranslations("list");
  return (
    <a href={href} download className={styles.file}>
      {t("file")}
    </a>
  );
}
