"use client";
// A link of a navigation: says when it is where the reader is.
import type { ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";
import styles from "./NavLink.module.css";

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname();
  const current = here === href.replace(/\/$/, "") || here.startsWith(href);
  return (
    <Link href={href} className={styles.link} aria-current={current ? "page" : undefined} prefetch={false}>
      {children}
    </Link>
  );
}
