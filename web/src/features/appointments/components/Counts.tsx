// A few figures that matter this morning, as a line of print rather than a wall of boxes.
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import styles from "./Counts.module.css";

export function Counts({ counts }: { counts: { label: string; count: number; href?: string }[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ label, count, href }) => (
        <div key={label} className={styles.count}>
          <dt>{href && count > 0 ? <CountLink href={href}>{label}</CountLink> : label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A place on this page, or another page. */
function CountLink({ href, children }: { href: string; children: ReactNode }) {
  return href.startsWith("#") ? <a href={href}>{children}</a> : <Link href={href}>{children}</Link>;
}
