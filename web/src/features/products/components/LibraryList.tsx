"use client";
// What was bought, each file with its way to the disk.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatSize } from "@/lib/size";
import { useDownload } from "../hooks";
import type { LibraryItem } from "../rules";
import { Cover } from "./Cover";
import styles from "./products.module.css";

type Props = {
  items: readonly LibraryItem[];
  /** Of the order, for whoever has no account. */
  token?: string | undefined;
  /** Which order each is of, where that is not said around it. */
  withOrder?: boolean;
  heading?: "h2" | "h3";
};

export function LibraryList({ items, token, withOrder, heading: Heading = "h3" }: Props) {
  const t = useTranslations("library");
  const locale = useLocale();
  const { download, busy, problem, left } = useDownload(token);
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.one}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <Cover url={item.picture_url} />
            <div>
              <Heading>{item.name}</Heading>
              <p className={styles.muted}>
                {t("by", { name: item.mentor_name })}
                {withOrder && <>, {t("order", { number: item.order_number })}</>}
              </p>
              <ul className={styles.files}>
                {item.files.map((file) => (
                  <li key={file.id}>
                    <Button
                      kind="main"
                      busy={busy === file.id}
                      aria-label={t("downloadNamed", { name: file.name })}
                      onClick={() => void download(item, file.id)}
                    >
                      {t("download")}
                    </Button>
                    <span>
                      {file.name}, <span className={styles.muted}>{formatSize(file.size, locale)}</span>
                    </span>
                  </li>
                ))}
              </ul>
              <p className={styles.muted} role="status">
                {t("left", { count: left[item.id] ?? item.downloads_left })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
