// One of several things to choose, as a card. Under the card is a native radio: arrows, forms and readers know it.
import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./ChoiceCard.module.css";
import { classes } from "./classes";
import { FieldError } from "./Field";

type GroupProps = {
  name: string;
  legend: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  hideLegend?: boolean;
  children: ReactNode;
};

export function ChoiceGroup({ name, legend, help, error, hideLegend, children }: GroupProps) {
  const ids = [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={styles.group} id={name} tabIndex={-1} aria-describedby={ids || undefined}>
      <legend className={hideLegend ? "visually-hidden" : styles.legend}>{legend}</legend>
      {help && (
        <p className={styles.help} id={`${name}-help`}>
          {help}
        </p>
      )}
      <FieldError name={name} error={error} />
      <div className={styles.cards}>{children}</div>
    </fieldset>
  );
}

type CardProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "title"> & {
  name: string;
  value: string;
  title: ReactNode;
  /** Stands at the end of the first line: a price. */
  end?: ReactNode;
  picture?: ReactNode;
  /** Several may be chosen: the card holds a check box. */
  many?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function ChoiceCard({ title, end, picture, many, children, className, ...input }: CardProps) {
  return (
    <label className={classes(styles.card, className)}>
      <input {...input} type={many ? "checkbox" : "radio"} className={styles.input} />
      {picture && <span className={styles.picture}>{picture}</span>}
      <span className={styles.words}>
        <span className={styles.first}>
          <span className={styles.title}>{title}</span>
          {end && <span className={styles.end}>{end}</span>}
        </span>
        {children && <span className={styles.text}>{children}</span>}
      </span>
    </label>
  );
}
