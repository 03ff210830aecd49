// What the pages around signing in share: the title, the texts their forms need in the browser, and the ways elsewhere.
import type { ReactNode } from "react";
import { NeedsScripts } from "@/components/ui/NeedsScripts";
import { PageTitle } from "@/components/ui/PageTitle";
import { Texts } from "@/lib/i18n/Texts";
import styles from "./auth.module.css";

type Props = { title: string; lead?: string; other?: ReactNode; children: ReactNode };

export function AuthPage({ title, lead, other, children }: Props) {
  return (
    <div className={styles.page}>
      <PageTitle title={title} lead={lead} />
      <Texts of={["auth", "account", "joining"]}>
        <NeedsScripts>{children}</NeedsScripts>
      </Texts>
      {other && <div className={styles.other}>{other}</div>}
    </div>
  );
}
