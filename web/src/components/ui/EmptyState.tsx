// Nothing here yet: why, and what to do next.
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";
import { Icon, type IconName } from "./Icon";

type Props = { icon?: IconName; title: string; children: ReactNode; action?: ReactNode };

export function EmptyState({ icon = "calendar", title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={32} className={styles.icon} />
      <h3>{title}</h3>
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
