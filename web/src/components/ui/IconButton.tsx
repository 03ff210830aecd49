"use client";
// A button of an icon alone, as large as a finger; what it does is said to those who can't see it.
import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import styles from "./IconButton.module.css";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "type"> & {
  icon: IconName;
  "aria-label": string;
  small?: boolean;
};

export function IconButton({ icon, small = false, className, ...rest }: Props) {
  return (
    <button {...rest} type="button" className={classes(styles.button, className)}>
      <Icon name={icon} size={small ? 20 : 24} />
    </button>
  );
}
