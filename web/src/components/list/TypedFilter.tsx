// A question above a list that is answered by typing: days, a name, or the number of an order. Its form is the list's own.
import styles from "./list.module.css";

type Props = {
  name: string;
  label: string;
  type: "date" | "search";
  value: string;
  /** The longest answer: of a code only its end, so that the whole one never stands in an address. */
  most?: number;
};

export function TypedFilter({ name, label, type, value, most = 100 }: Props) {
  const id = `list-${name}`;
  return (
    <div className={styles.typed}>
      <label htmlFor={id}>{label}</label>
      {/* Another address is another answer: the field begins anew with it. */}
      <input
        key={value}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete="off"
        maxLength={most}
      />
    </div>
  );
}
