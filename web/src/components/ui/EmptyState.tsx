// Nothing here yet: why, and what to do next.
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";
import { Icon, type IconName } from "./Icon";

type Props = {
  icon?: IconName;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** One below the heading it stands under: "h2" right below the page's title. */
  heading?: "h2" | "h3";
};

export function EmptyState({ icon = "calendar", title, children, action, heading: Heading = "h3" }: Props) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={32} className={styles.icon} />
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
