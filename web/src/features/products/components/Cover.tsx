// The cover of a product, or a plain sheet where it has none. What it shows is said in words beside it.
import { Icon } from "@/components/ui/Icon";
import styles from "./products.module.css";

export function Cover({ url }: { url: string }) {
  if (!url)
    return (
      <div className={styles.noCover}>
        <Icon name="book" size={40} />
      </div>
    );
  // biome-ignore lint/performance/noImgElement: the server keeps pictures in the size they are shown.
  return <img className={styles.cover} src={url} alt="" loading="lazy" decoding="async" />;
}
