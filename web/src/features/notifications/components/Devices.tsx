"use client";
// Notifications: whether this browser shows them, and the others that do.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Skeleton } from "@/components/ui/Skeleton";
import { formatDay } from "@/lib/datetime/format";
import { readerZone } from "@/lib/datetime/zone";
import type { Device } from "../own";
import styles from "./choices.module.css";
import { useThisDevice } from "./useThisDevice";

type Props = { user: string; first: Device[]; pushKey: string };

const never = () => () => undefined;

export function Devices(props: Props) {
  const t = useTranslations("messages");
  const locale = useLocale();
  const list = useRef<HTMLHeadingElement>(null);
  const { devices, state, trouble, own, busy, problem, on, off, remove } = useThisDevice(props);
  // The server names no day: it does not know the reader's zone.
  const zone = useSyncExternalStore(never, readerZone, () => "");
  const isChoice = state === "on" || state === "off";

  async function take(id: string) {
    if (await remove(id)) list.current?.focus();
  }

  return (
    <>
      <div className={styles.device}>
        {state === "looking" ? <Skeleton height="92px" /> : <p role="status">{t(`device.${state}`)}</p>}
        {isChoice && (
          <Button busy={busy} onClick={() => void (state === "on" ? off() : on())}>
            {t(state === "on" ? "turnOff" : "turnOn")}
          </Button>
        )}
      </div>
      {trouble && (
        <Notice tone="warn" role="alert">
          <p>{t(`trouble.${trouble}`)}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {devices.length > 0 && (
        <>
          <h3 ref={list} tabIndex={-1} className={styles.listTitle}>
            {t("devicesList")}
          </h3>
          <ul className={styles.list}>
            {devices.map(({ id, name, created_at }) => (
              <li key={id} className={styles.row}>
                <span>
                  {name}
                  <span className={styles.help}>
                    {id === own && `${t("thisOne")} `}
                    {zone && t("since", { day: formatDay(created_at, zone, locale, { year: true }) })}
                  </span>
                </span>
                <Button kind="danger" aria-label={t("removeOf", { name })} onClick={() => void take(id)}>
                  {t("remove")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
