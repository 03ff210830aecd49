"use client";
// Sign-in and security: every way into one's own account, in one place.
import { useTranslations } from "next-intl";
import type { Company } from "@/features/session/companies";
import { AppSection } from "./AppSection";
import { CodesSection } from "./CodesSection";
import { CompaniesSection } from "./CompaniesSection";
import { EmailForm } from "./EmailForm";
import { PasskeySection } from "./PasskeySection";
import { PasswordForm } from "./PasswordForm";
import { SessionsSection } from "./SessionsSection";
import styles from "./security.module.css";

export function SecuritySections({ email, companies }: { email: string; companies: Company[] }) {
  const t = useTranslations("security");
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="s-password">
        <h2 id="s-password">{t("password.title")}</h2>
        <PasswordForm />
      </section>
      <section className={styles.section} aria-labelledby="s-email">
        <h2 id="s-email">{t("email.title")}</h2>
        <EmailForm email={email} />
      </section>
      <section className={styles.section} aria-labelledby="s-passkeys">
        <h2 id="s-passkeys">{t("passkeys.title")}</h2>
        <PasskeySection />
      </section>
      <section className={styles.section} aria-labelledby="s-app">
        <h2 id="s-app">{t("app.title")}</h2>
        <AppSection />
      </section>
      <CodesSection />
      <CompaniesSection companies={companies} />
      <section className={styles.section} aria-labelledby="s-sessions">
        <h2 id="s-sessions">{t("sessions.title")}</h2>
        <SessionsSection />
      </section>
    </div>
  );
}
