// Dragging with a mouse or a pen, told in places of the page: nothing is drawn anew while the pointer moves.
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from "react";

/** A press that moves less than this is a click. */
const THRESHOLD = 4;
/** Near an edge of the scrolled box it scrolls along, this far a frame. */
const [EDGE, STEP] = [36, 14];

export type Held<T> = { what: T; grip: boolean; x: number; y: number };

type Handlers<T> = {
  /** What is under the press, or null when it may not be dragged. */
  pick: (target: Element) => T | null;
  begin: (held: Held<T>) => void;
  /** Once a frame at most, wherever the pointer is by then. */
  move: (held: Held<T>, x: number, y: number) => void;
  drop: (held: Held<T>) => void;
  /** After dropping, and when Escape called it off. */
  end: () => void;
  /** The box that scrolls along. */
  box: () => HTMLElement | null;
};

/** Give the answer to onPointerDown, and `clicked()` says whether a click is one, and not the end of a drag. Fingers
 * scroll: for them, as for the keyboard, there is the dialog. */
export function useDrag<T>(handlers: Handlers<T>) {
  const latest = useRef(handlers);
  const stop = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => () => stop.current?.(), []);

  function onPointerDown(event: ReactPointerEvent) {
    dragged.current = false;
    if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
    const what = latest.current.pick(event.target);
    if (what === null) return;
    const held: Held<T> = {
      what,
      grip: event.target.closest("[data-grip]") !== null,
      x: event.clientX,
      y: event.clientY,
    };
    let [x, y, frame, moving] = [held.x, held.y, 0, false];

    const show = () => {
      frame = 0;
      if (!moving) return;
      if (scrollAlong(latest.current.box(), x, y)) frame = requestAnimationFrame(show);
      latest.current.move(held, x, y);
    };
    const onMove = (moved: PointerEvent) => {
      [x, y] = [moved.clientX, moved.clientY];
      if (!moving) {
        if (Math.hypot(x - held.x, y - held.y) < THRESHOLD) return;
        moving = dragged.current = true;
        latest.current.begin(held);
      }
      frame ||= requestAnimationFrame(show);
    };
    const finish = (dropped: boolean) => {
      const was = moving;
      stop.current?.();
      if (!was) return;
      if (dropped) {
        latest.current.move(held, x, y);
        latest.current.drop(held);
      }
      latest.current.end();
    };
    const onUp = () => finish(true);
    const onCancel = () => finish(false);
    const onKey = (key: KeyboardEvent) => {
      if (key.key === "Escape") finish(false);
    };
    const noSelection = (selecting: Event) => selecting.preventDefault();
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onCancel);
    window.addEventListener("keydown", onKey);
    document.addEventListener("selectstart", noSelection);
    stop.current = () => {
      moving = false;
      cancelAnimationFrame(frame);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onCancel);
      window.removeEventListener("keydown", onKey);
      document.removeEventListener("selectstart", noSelection);
      stop.current = null;
    };
  }

  const clicked = useCallback(() => !dragged.current, []);
  return { onPointerDown, clicked };
}

function scrollAlong(box: HTMLElement | null, x: number, y: number): boolean {
  if (!box) return false;
  const around = box.getBoundingClientRect();
  const [left, top] = [box.scrollLeft, box.scrollTop];
  if (x < around.left + EDGE) box.scrollLeft -= STEP;
  else if (x > around.right - EDGE) box.scrollLeft += STEP;
  if (y < around.top + EDGE) box.scrollTop -= STEP;
  else if (y > around.bottom - EDGE) box.scrollTop += STEP;
  return box.scrollLeft !== left || box.scrollTop !== top;
}
