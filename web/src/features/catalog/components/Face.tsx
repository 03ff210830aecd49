// Somebody's photo, or their initials where there is none. Their name always stands beside it.
import styles from "./Face.module.css";

type Props = { name: string; photoUrl: string; size?: number };

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "").join("");
}

export function Face({ name, photoUrl, size = 48 }: Props) {
  const box = { width: size, height: size };
  if (photoUrl)
    // biome-ignore lint/performance/noImgElement: the server keeps photos in the size they are shown.
    return <img className={styles.face} src={photoUrl} alt="" {...box} loading="lazy" decoding="async" />;
  return (
    <span className={styles.face} style={box} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
