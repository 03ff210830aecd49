"use client";
// A dialog of the device's own kind: it keeps the focus inside, closes with Escape, and gives the focus back.
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { classes } from "./classes";
import { IconButton } from "./IconButton";
import styles from "./Sheet.module.css";

type Props = { title: ReactNode; onClose: () => void; children: ReactNode; small?: boolean };

/** At the side, as tall as the window; `small` is one question in the middle. */
export function Sheet({ title, onClose, children, small = false }: Props) {
  const t = useTranslations("ui");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // While it still stands in the page, or closing it would give the focus back to nothing.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape.
    <dialog
      ref={dialog}
      className={classes(styles.sheet, small && styles.small)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" onClick={onClose} aria-label={t("sheet.close")} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
