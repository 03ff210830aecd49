// A business's logo on a white plate, so that one drawn for paper reads in the dark too. The name stands beside it.
import styles from "./Logo.module.css";

export function Logo({ src }: { src: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: our own picture, already small.
    <img src={src} alt="" className={styles.logo} />
  );
}
