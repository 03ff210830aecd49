// A few figures that matter this morning, as a line of print rather than a wall of boxes.
import styles from "./Counts.module.css";

export function Counts({ counts }: { counts: { label: string; count: number; href?: string }[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ label, count, href }) => (
        <div key={label} className={styles.count}>
          <dt>{href && count > 0 ? <a href={href}>{label}</a> : label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
