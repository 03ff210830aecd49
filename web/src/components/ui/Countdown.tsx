"use client";
// How long a slot is still kept. The eye sees every second; the ear hears only 5, 2 and 1 minute, and the end.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import styles from "./Countdown.module.css";
import { Icon } from "./Icon";
import { announcement, clockText } from "./marks";

type Props = {
  /** Seconds left when the page was made: from the server's clock, because the reader's may be wrong. */
  secondsLeft: number;
  onOver?: () => void;
};

export function Countdown({ secondsLeft, onOver }: Props) {
  const t = useTranslations("ui");
  const [left, setLeft] = useState(secondsLeft);
  const [spoken, setSpoken] = useState<number | null>(null);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    // The monotonic clock: it runs on while a phone sleeps and ignores changes of the wall clock.
    const end = performance.now() + secondsLeft * 1000;
    let before = secondsLeft;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      const minutes = announcement(before, now);
      if (minutes !== null) setSpoken(minutes);
      before = now;
      if (now === 0) {
        clearInterval(timer);
        over.current?.();
      }
    }, 500);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  return (
    <p className={styles.countdown} data-late={left <= 60 || undefined}>
      <Icon name="clock" size={20} />
      <span>
        {left > 0
          ? t.rich("countdown.left", { time: clockText(left), b: (text) => <strong>{text}</strong> })
          : t("countdown.over")}
      </span>
      <span className="visually-hidden" role="status">
        {spoken === null
          ? ""
          : spoken === 0
            ? t("countdown.over")
            : t("countdown.spoken", { minutes: spoken })}
      </span>
    </p>
  );
}
