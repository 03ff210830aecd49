"use client";
// How many: minus, the number, plus. The number is a real input, so it can be typed and sent without scripts.
import { useTranslations } from "next-intl";
import { Icon } from "./Icon";
import styles from "./QuantityStepper.module.css";

type Props = {
  name: string;
  /** What is counted: "bathrooms". */
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  hideLabel?: boolean;
};

export function QuantityStepper({ name, label, value, onChange, min = 0, max = 99, hideLabel }: Props) {
  const t = useTranslations("ui");
  const set = (next: number) => {
    if (Number.isInteger(next)) onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <div className={styles.row}>
      <label htmlFor={name} className={hideLabel ? "visually-hidden" : styles.label}>
        {label}
      </label>
      <div className={styles.stepper}>
        <button
          type="button"
          aria-label={t("stepper.less", { label })}
          disabled={value <= min}
          onClick={() => set(value - 1)}
        >
          <Icon name="minus" size={20} />
        </button>
        <input
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          onChange={(event) => set(event.target.valueAsNumber)}
        />
        <button
          type="button"
          aria-label={t("stepper.more", { label })}
          disabled={value >= max}
          onClick={() => set(value + 1)}
        >
          <Icon name="plus" size={20} />
        </button>
      </div>
    </div>
  );
}
