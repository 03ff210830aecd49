// A short message that stands in the page: good news, a warning, a refusal or a remark.
import { type HTMLAttributes, type ReactNode, type Ref, useId } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import styles from "./Notice.module.css";

export type Tone = "good" | "warn" | "bad" | "note";

const icons: Record<Tone, IconName> = { good: "check", warn: "alert", bad: "alert", note: "info" };

type Props = Omit<HTMLAttributes<HTMLDivElement>, "title"> & {
  tone?: Tone;
  title?: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

export function Notice({ tone = "note", title, children, ref, className, ...rest }: Props) {
  const id = useId();
  const named = rest.role && title ? { "aria-labelledby": id } : {};
  return (
    <div {...rest} {...named} ref={ref} className={classes(styles.notice, className)} data-tone={tone}>
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.body}>
        {title && (
          <p className={styles.title} id={id}>
            {title}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
