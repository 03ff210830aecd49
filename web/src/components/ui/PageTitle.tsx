// The head of a page: what this is, in a serif line, with one sentence below.
import type { ReactNode } from "react";
import styles from "./PageTitle.module.css";

type Props = { title: ReactNode; above?: ReactNode; lead?: ReactNode; actions?: ReactNode };

export function PageTitle({ title, above, lead, actions }: Props) {
  return (
    <header className={styles.head}>
      <div>
        {above && <p className={styles.above}>{above}</p>}
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
