// A labelled question: label above, help below it, the error beside the answer in words. All are native controls.
import { useTranslations } from "next-intl";
import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { classes } from "./classes";
import styles from "./Field.module.css";
import { Icon } from "./Icon";

type Common = {
  /** Also the id of the control, so that the summary of errors can lead to it. */
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  /** Most questions must be answered; the few that need not say so. */
  optional?: boolean;
};

/** The ids that tie help and error to the control. */
export function described({ name, help, error }: Pick<Common, "name" | "help" | "error">) {
  const ids = [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(" ");
  return { id: name, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** What stands around every control. */
export function Frame({ name, label, help, error, optional, children }: Common & { children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={name}>
        {label}
        {optional && <span className={styles.optional}> {t("field.optional")}</span>}
      </label>
      {help && (
        <p className={styles.help} id={`${name}-help`}>
          {help}
        </p>
      )}
      {children}
      <FieldError name={name} error={error} />
    </div>
  );
}

export function FieldError({ name, error }: { name: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p className={styles.error} id={`${name}-error`}>
      <Icon name="alert" size={20} />
      <span>{error}</span>
    </p>
  );
}

export type TextFieldProps = Common &
  Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id"> & {
    /** How long the answer is likely to be; the box says so. */
    size?: 4 | 10 | 20;
    /** Another way to give the same answer, in the row of the box. */
    before?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField({
  name,
  label,
  help,
  error,
  optional,
  size,
  before,
  className,
  ...input
}: TextFieldProps) {
  const box = (
    <input
      {...input}
      {...described({ name, help, error })}
      name={name}
      required={input.required ?? !optional}
      className={classes(styles.control, className)}
      data-size={size}
    />
  );
  return (
    <Frame name={name} label={label} help={help} error={error} optional={optional ?? false}>
      {before ? (
        <div className={styles.row}>
          {before}
          {box}
        </div>
      ) : (
        box
      )}
    </Frame>
  );
}

type TextAreaProps = Common &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id"> & { ref?: Ref<HTMLTextAreaElement> };

export function TextArea({
  name,
  label,
  help,
  error,
  optional,
  className,
  rows = 3,
  ...area
}: TextAreaProps) {
  return (
    <Frame name={name} label={label} help={help} error={error} optional={optional ?? false}>
      <textarea
        {...area}
        {...described({ name, help, error })}
        name={name}
        rows={rows}
        required={!optional}
        className={classes(styles.control, styles.area, className)}
      />
    </Frame>
  );
}

type SelectFieldProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id"> & { ref?: Ref<HTMLSelectElement> };

export function SelectField({
  name,
  label,
  help,
  error,
  optional,
  className,
  children,
  ...select
}: SelectFieldProps) {
  return (
    <Frame name={name} label={label} help={help} error={error} optional={optional ?? false}>
      <select
        {...select}
        {...described({ name, help, error })}
        name={name}
        required={select.required ?? !optional}
        className={classes(styles.control, className)}
      >
        {children}
      </select>
    </Frame>
  );
}

type CheckboxProps = Omit<Common, "optional"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type"> & { ref?: Ref<HTMLInputElement> };

export function CheckboxField({ name, label, help, error, ...input }: CheckboxProps) {
  return (
    <div className={styles.field}>
      <label className={styles.check} htmlFor={name}>
        <input {...input} {...described({ name, help, error })} type="checkbox" name={name} />
        <span>{label}</span>
      </label>
      {help && (
        <p className={classes(styles.help, styles.checkHelp)} id={`${name}-help`}>
          {help}
        </p>
      )}
      <FieldError name={name} error={error} />
    </div>
  );
}
