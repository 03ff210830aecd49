"use client";
// The way to one's messages, with how many are unread.
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/Icon";
import { Link, usePathname } from "@/lib/i18n/navigation";
import { inFigures } from "../own";
import styles from "./Bell.module.css";
import { useUnread } from "./useUnread";

export function Bell({ href }: { href: string }) {
  const t = useTranslations("areas");
  const count = useUnread();
  const figures = inFigures(count);
  const isHere = `${usePathname().replace(/\/$/, "")}/`.startsWith(href);
  return (
    <Link
      href={href}
      className={styles.bell}
      aria-label={figures ? t("bellUnread", { count: figures }) : t("bell")}
      aria-current={isHere ? "page" : undefined}
      prefetch={false}
    >
      <Icon name="bell" />
      {figures && (
        <span className={styles.count} aria-hidden="true">
          {figures}
        </span>
      )}
    </Link>
  );
}
