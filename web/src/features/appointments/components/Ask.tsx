"use client";
// A question in the page before something that can't be undone: what will happen, yes, and the way back.
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/Button";
import styles from "./Ask.module.css";

type Props = {
  title: string;
  children?: ReactNode;
  yes: string;
  no: string;
  danger?: boolean;
  busy?: boolean;
  /** A button between yes and the way back. */
  other?: ReactNode;
  onYes?: (() => void) | undefined;
  onNo: () => void;
};

/** Takes the focus when it opens; Escape goes back. Whoever opened it gives the focus back to its button. */
export function Ask({ title, children, yes, no, danger, busy, other, onYes, onNo }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for questions of a form; this holds one decision.
    <div
      ref={box}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault(); // a sheet around it stays
        onNo();
      }}
    >
      <p id={id} className={styles.title}>
        {title}
      </p>
      {children}
      <div className={styles.buttons}>
        {onYes && (
          <Button kind={danger ? "danger" : "main"} busy={busy ?? false} onClick={onYes}>
            {yes}
          </Button>
        )}
        {other}
        <Button kind="second" onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
