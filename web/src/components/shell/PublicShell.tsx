// The frame of every public page: the name, the doors, the page, and at the end how to reach a person.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/theme/ThemeSwitch";
import { Icon } from "@/components/ui/Icon";
import { Link } from "@/lib/i18n/navigation";
import { telLink } from "@/lib/phone";
import { LanguageLinks } from "./LanguageLinks";
import { Mark } from "./Mark";
import { NavLink } from "./NavLink";
import styles from "./PublicShell.module.css";

/** What the frame shows of the business. Parts that are missing are left out, never made up. */
export type ShellBusiness = {
  slug?: string | undefined;
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  logoUrl?: string | undefined;
};

type Props = {
  business: ShellBusiness | null;
  signedIn: boolean;
  children: ReactNode;
};

export function PublicShell({ business, signedIn, children }: Props) {
  const t = useTranslations("shell");
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        {t("skip")}
      </a>
      <header className={styles.header}>
        <div className={styles.row}>
          <Link href="/" className={styles.brand} aria-label={t("home")}>
            <Mark />
            <span>Almanac</span>
          </Link>
          <nav className={styles.nav} aria-label={t("nav")}>
            <NavLink href="/booking/" business={business?.slug}>
              {t("bookHome")}
            </NavLink>
            <NavLink href="/mentors/">{t("findMentor")}</NavLink>
            <NavLink href="/track/">{t("track")}</NavLink>
          </nav>
          <Link href={signedIn ? "/cus/" : "/login/"} className={styles.sign}>
            <Icon name="person" size={20} />
            <span>{t(signedIn ? "account" : "signIn")}</span>
          </Link>
        </div>
      </header>
      <main id="page" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.foot}>
          {business && (business.phone || business.email) && (
            <section className={styles.contact}>
              <h2>{t("contact")}</h2>
              <p>{business.name}</p>
              <ul>
                {business.phone && (
                  <li>
                    <a href={telLink(business.phone)}>
                      <Icon name="phone" size={20} />
                      {t("phone", { phone: business.phone })}
                    </a>
                  </li>
                )}
                {business.email && (
                  <li>
                    <a href={`mailto:${business.email}`}>
                      <Icon name="mail" size={20} />
                      {t("email", { email: business.email })}
                    </a>
                  </li>
                )}
              </ul>
            </section>
          )}
          <LanguageLinks />
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
