// A short message that stands in the page: good news, a warning, a refusal or a remark.
import type { HTMLAttributes, ReactNode, Ref } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Notice.module.css";

export type Tone = "good" | "warn" | "bad" | "note";

const icons: Record<Tone, IconName> = { good: "check", warn: "alert", bad: "alert", note: "info" };

type Props = Omit<HTMLAttributes<HTMLDivElement>, "title"> & {
  tone?: Tone;
  title?: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

export function Notice({ tone = "note", title, children, ref, ...rest }: Props) {
  return (
    <div {...rest} ref={ref} className={styles.notice} data-tone={tone}>
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
