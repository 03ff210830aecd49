// The picture of a service or category, where it has one. What it shows is said in words beside it.
import styles from "./Picture.module.css";

export function Picture({ url }: { url: string }) {
  if (!url) return null;
  // biome-ignore lint/performance/noImgElement: the server keeps pictures in the size they are shown.
  return <img className={styles.picture} src={url} alt="" loading="lazy" decoding="async" />;
}
