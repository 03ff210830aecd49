"use client";
// A word that something is done, with undo where it can be undone. It never holds what the reader must not miss.
import { useTranslations } from "next-intl";
import {
  createContext,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { IconButton } from "./IconButton";
import styles from "./Toast.module.css";

type Toast = { id: number; text: ReactNode; undo?: () => void };
type Show = (text: ReactNode, options?: { undo?: () => void }) => void;

const ToastContext = createContext<Show | null>(null);

/** Long enough to read and to reach; with "undo" longer (WCAG 2.2.1 is met because nothing is lost when it goes). */
const SHOWN_MS = 6_000;
const SHOWN_WITH_UNDO_MS = 12_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = useRef(0);

  const hideLater = useCallback((id: number, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast((now) => (now?.id === id ? null : now)), after);
  }, []);

  const show = useCallback<Show>(
    (text, options) => {
      count.current += 1;
      setToast({ id: count.current, text, ...options });
      hideLater(count.current, options?.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS);
    },
    [hideLater],
  );

  const hold = () => clearTimeout(timer.current);
  /** A pointer that moves on it reads it; one it merely appeared under, or a finger that never leaves, does not keep it. */
  const holdForReader = ({ pointerType, movementX, movementY }: PointerEvent) => {
    if (pointerType === "mouse" && (movementX !== 0 || movementY !== 0)) hold();
  };
  const release = () => toast && hideLater(toast.id, SHOWN_MS);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div
        className={styles.place}
        role="status"
        onPointerMove={holdForReader}
        onPointerLeave={release}
        onFocus={hold}
        onBlur={release}
      >
        {toast && (
          <div key={toast.id} className={styles.toast}>
            <span>{toast.text}</span>
            {toast.undo && (
              <button
                type="button"
                className={styles.undo}
                onClick={() => {
                  toast.undo?.();
                  setToast(null);
                }}
              >
                {t("toast.undo")}
              </button>
            )}
            <IconButton
              icon="close"
              small
              className={styles.close}
              aria-label={t("toast.close")}
              onClick={() => setToast(null)}
            />
          </div>
        )}
      </div>
    </ToastContext>
  );
}

/** `const toast = useToast(); toast("Saved", { undo })` anywhere below a ToastProvider. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}
