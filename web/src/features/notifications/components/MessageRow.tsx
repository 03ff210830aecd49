"use client";
// One message: what it says in short, and the page of ours that it leads to.
import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/Button";
import { formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { type OwnMessage, pageIn } from "../own";
import type { Reader } from "../rules";
import styles from "./messages.module.css";
import { useKindWords } from "./useKindWords";

type Props = { message: OwnMessage; site: string; zone: string; reader: Reader; onRead: () => void };

export function MessageRow({ message, site, zone, reader, onRead }: Props) {
  const t = useTranslations("messages");
  const locale = useLocale();
  const words = useKindWords(reader);
  const { kind, title, text, created_at } = message;
  const isUnread = !message.read_at;
  const page = pageIn(message.link, site);
  const read = isUnread ? onRead : undefined;
  const readAside = (event: MouseEvent) => event.button === 1 && read?.(); // opened in another tab
  const said = (
    <>
      {isUnread && <span className={styles.new}>{t("new")}</span>} {title}
    </>
  );
  return (
    <li className={styles.message} data-unread={isUnread || undefined}>
      <p className={styles.title}>
        {page ? (
          <Link href={page} prefetch={false} onClick={read} onAuxClick={readAside}>
            {said}
          </Link>
        ) : (
          said
        )}
      </p>
      <p className={styles.about}>
        {words.label(kind)}, {formatTime(created_at, zone, locale)}
      </p>
      {text && <p className={styles.text}>{text}</p>}
      {!page && isUnread && (
        <Button kind="quiet" aria-label={t("readOne", { title })} onClick={onRead}>
          {t("read")}
        </Button>
      )}
    </li>
  );
}
