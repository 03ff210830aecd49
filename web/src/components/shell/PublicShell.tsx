// The frame of every public page: the name, the doors, the page, and at the end how to reach a person.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/theme/ThemeSwitch";
import { Icon } from "@/components/ui/Icon";
import { Logo } from "@/components/ui/Logo";
import { Link } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
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
  /** The one that visits homes first: "Book at home" is its link. Each has its own number to call. */
  businesses: ShellBusiness[];
  signedIn: boolean;
  /** The languages to choose from; all of them unless said. */
  languages?: readonly Locale[];
  children: ReactNode;
};

export function PublicShell({ businesses, signedIn, languages, children }: Props) {
  const t = useTranslations("shell");
  const reachable = businesses.filter(({ phone, email }) => phone || email);
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
            <NavLink href="/booking/" business={businesses[0]?.slug}>
              {t("bookHome")}
            </NavLink>
            <NavLink href="/mentors/">{t("findMentor")}</NavLink>
            <NavLink href="/products/">{t("products")}</NavLink>
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
          {reachable.length > 0 && (
            <section className={styles.contact}>
              <h2>{t("contact")}</h2>
              <div className={styles.contacts}>
                {reachable.map((business) => (
                  <Contact key={business.name} business={business} />
                ))}
              </div>
            </section>
          )}
          <LanguageLinks {...(languages && { offered: languages })} />
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}

function Contact({ business }: { business: ShellBusiness }) {
  const t = useTranslations("shell");
  return (
    <div>
      {business.logoUrl && <Logo src={business.logoUrl} />}
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
    </div>
  );
}
