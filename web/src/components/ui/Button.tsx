"use client";
// The buttons. A page has one "main"; everything else on it is quieter.
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import styles from "./Button.module.css";
import { classes } from "./classes";

export type ButtonKind = "main" | "second" | "quiet" | "danger";
type Look = { kind?: ButtonKind; wide?: boolean };

function look({ kind = "second", wide }: Look, className?: string): string {
  return classes(styles.button, styles[kind], wide && styles.wide, className);
}

type ButtonProps = Look &
  ComponentProps<"button"> & {
    /** Shows that the press is being worked on; further presses do nothing, but the focus stays. */
    busy?: boolean;
  };

export function Button({
  kind,
  wide,
  busy,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ ...(kind && { kind }), ...(wide && { wide }) }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {busy && <span className={styles.spinner} aria-hidden="true" />}
    </button>
  );
}

type ButtonLinkProps = Look & ComponentProps<typeof Link> & { children: ReactNode };

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ kind, wide, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={look({ ...(kind && { kind }), ...(wide && { wide }) }, className)} />;
}
