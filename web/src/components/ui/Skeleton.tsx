// Grey shapes where the content will be, so that nothing jumps when it comes.
import type { ReactNode } from "react";
import styles from "./Skeleton.module.css";

type Props = { width?: string; height?: string };

export function Skeleton({ width = "100%", height = "1.2em" }: Props) {
  return <span className={styles.bone} style={{ width, height }} aria-hidden="true" />;
}

/** Says once that something is loading, around any number of bones. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" className={styles.loading}>
      <span className="visually-hidden">{label}</span>
      {children}
    </div>
  );
}

/** The shape of the slot grid while times are being found. */
export function SlotGridSkeleton({ label, count = 8 }: { label: string; count?: number }) {
  return (
    <Loading label={label}>
      <Skeleton width="8em" />
      <div className={styles.grid}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no names and never move.
          <Skeleton key={index} height="48px" />
        ))}
      </div>
    </Loading>
  );
}
