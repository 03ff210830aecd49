"use client";
// One page of an area; says when it is where the reader is.
import type { ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";
import styles from "./AreaShell.module.css";

export function AreaLink({ href, children }: { href: string; children: ReactNode }) {
  const here = `${usePathname().replace(/\/$/, "")}/`;
  return (
    <Link
      href={href}
      className={styles.link}
      aria-current={here === href ? "page" : undefined}
      prefetch={false}
    >
      {children}
    </Link>
  );
}
