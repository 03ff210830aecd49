"use client";
// A link of a navigation: says when it is where the reader is.
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";
import styles from "./NavLink.module.css";

type Props = {
  href: string;
  /** The page serves several businesses, and this link leads to one of them: with another in the address it is not here. */
  business?: string | undefined;
  children: ReactNode;
};

export function NavLink({ href, business, children }: Props) {
  const here = usePathname();
  const asked = useSearchParams().get("business");
  const elsewhere = business !== undefined && asked !== null && asked !== business;
  const current = !elsewhere && here.replace(/\/?$/, "/") === href;
  return (
    <Link href={href} className={styles.link} aria-current={current ? "page" : undefined} prefetch={false}>
      {children}
    </Link>
  );
}
