"use client";
// A text field with suggestions under it. The focus stays in the field; arrow keys, Enter and Escape, or a tap, do the rest.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./Combobox.module.css";
import { classes } from "./classes";
import { pressed } from "./comboKeys";
import { described, Frame, type TextFieldProps } from "./Field";
import field from "./Field.module.css";

/** `isOurs`: no suggestion, but a way on, and set apart from them. */
export type ComboOption = { id: string; main: string; secondary?: string; isOurs?: boolean };

type Props = Omit<TextFieldProps, "ref"> & {
  /** What may be chosen now, as a new list after each answer; null: nothing is offered here, and the field is a plain one. */
  options: readonly ComboOption[] | null;
  listLabel: string;
  /** Read out: how many there are, or what a choice did. */
  said: string;
  /** Under the list: whose suggestions these are. */
  foot?: ReactNode;
  onChoose: (id: string) => void;
};

const closed = { open: false, active: -1 };

export function Combobox({ options, listLabel, said, foot, onChoose, ...text }: Props) {
  const { name, label, help, error, optional, size, className, onChange, onKeyDown, onBlur, ...input } = text;
  const [state, setState] = useState(closed);
  const control = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const dismissed = useRef(false);
  const count = options?.length ?? 0;
  const open = state.open && count > 0;
  const idOf = (index: number) => `${name}-option-${index}`;

  useEffect(() => {
    const wanted = document.activeElement === control.current && !dismissed.current;
    setState({ open: wanted && (options?.length ?? 0) > 0, active: -1 });
  }, [options]);
  useEffect(() => {
    list.current?.children[state.active]?.scrollIntoView({ block: "nearest" });
  }, [state.active]);

  function choose(index: number) {
    dismissed.current = true;
    setState(closed);
    const option = options?.[index];
    if (option) onChoose(option.id);
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const step = pressed(event.key, { open, active: state.active }, count);
    if (!step) return;
    event.preventDefault();
    if (step.chosen !== undefined) return choose(step.chosen);
    dismissed.current = !step.state.open;
    setState(step.state);
  }
  const combobox = options !== null && {
    role: "combobox",
    "aria-autocomplete": "list" as const,
    "aria-expanded": open,
    "aria-controls": open ? `${name}-list` : undefined,
    "aria-activedescendant": open && state.active >= 0 ? idOf(state.active) : undefined,
  };

  return (
    <Frame name={name} label={label} help={help} error={error} optional={optional ?? false}>
      <div className={styles.box}>
        <input
          {...input}
          {...described({ name, help, error })}
          {...combobox}
          ref={control}
          name={name}
          required={input.required ?? !optional}
          className={classes(field.control, className)}
          data-size={size}
          onChange={(event) => {
            dismissed.current = false;
            onChange?.(event);
          }}
          onKeyDown={press}
          onBlur={(event) => {
            setState(closed);
            onBlur?.(event);
          }}
        />
        {open && (
          <div className={styles.popup}>
            <div ref={list} role="listbox" id={`${name}-list`} aria-label={listLabel} className={styles.list}>
              {options?.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option instead.
                <div
                  key={option.id}
                  id={idOf(index)}
                  role="option"
                  aria-selected={index === state.active}
                  className={styles.option}
                  data-ours={option.isOurs}
                  // The field keeps the focus, and the list stays while a finger scrolls it.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(index)}
                >
                  <span className={styles.main}>{option.main}</span>{" "}
                  {option.secondary && <span className={styles.secondary}>{option.secondary}</span>}
                </div>
              ))}
            </div>
            {foot}
          </div>
        )}
        {options !== null && (
          <span className="visually-hidden" role="status">
            {said}
          </span>
        )}
      </div>
    </Frame>
  );
}
