// The frame of the signed-in areas: pages at the side on a desk, the five most used at the thumb on a phone.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Link } from "@/lib/i18n/navigation";
import { AreaLink } from "./AreaLink";
import styles from "./AreaShell.module.css";
import { Mark } from "./Mark";

export type Area = "cus" | "st" | "man" | "ad";
export type AreaPage = { href: string; label: string; icon: IconName };

type Props = {
  area: Area;
  /** In order of use: the first four stand in the phone's bar, the rest behind "Menu". */
  pages: AreaPage[];
  person: ReactNode;
  /** Stands at the end of the head: the way out. */
  end?: ReactNode;
  children: ReactNode;
};

const IN_BAR = 4;

export function AreaShell({ area, pages, person, end, children }: Props) {
  const t = useTranslations();
  const rest = pages.slice(IN_BAR);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        {t("shell.skip")}
      </a>
      <header className={styles.header}>
        <Link href="/" className={styles.brand}>
          <Mark />
          <span className="visually-hidden">{t("shell.home")}: </span>
          <span className={styles.area}>{t(`areas.${area}`)}</span>
        </Link>
        <div className={styles.who}>
          <span className={styles.person}>{person}</span>
          {end}
        </div>
      </header>
      <nav className={styles.nav} aria-label={t("areas.label")}>
        <ul>
          {pages.map((page, index) => (
            <li key={page.href} data-rest={index >= IN_BAR || undefined}>
              <AreaLink href={page.href}>
                <Icon name={page.icon} />
                <span>{page.label}</span>
              </AreaLink>
            </li>
          ))}
          {rest.length > 0 && (
            <li className={styles.more}>
              <details>
                <summary>
                  <Icon name="gear" />
                  <span>{t("shell.menu")}</span>
                </summary>
                <ul className={styles.sheet}>
                  {rest.map((page) => (
                    <li key={page.href}>
                      <AreaLink href={page.href}>
                        <Icon name={page.icon} />
                        <span>{page.label}</span>
                      </AreaLink>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          )}
        </ul>
      </nav>
      <main id="page" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
