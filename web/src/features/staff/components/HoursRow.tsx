"use client";
// One span of a day: from, until, and away with it.
import { useTranslations } from "next-intl";
import { FieldError } from "@/components/ui/Field";
import { IconButton } from "@/components/ui/IconButton";
import { overMidnight, type Row, type RowFault } from "../rules";
import styles from "./HoursRow.module.css";

type Props = {
  row: Row;
  day: string;
  fault: RowFault | undefined;
  onChange: (change: Partial<Pick<Row, "from" | "until">>) => void;
  onRemove: () => void;
};

export function HoursRow({ row, day, fault, onChange, onRemove }: Props) {
  const t = useTranslations("areas.hours");
  const id = `from-${row.key}`;
  const pause = row.kind === "break";
  const described = fault ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {};
  return (
    <div className={styles.row} data-break={pause || undefined}>
      <span className={styles.kind}>{t(row.kind)}</span>
      <input
        {...described}
        id={id}
        type="time"
        className={styles.time}
        aria-label={t(pause ? "breakFrom" : "workFrom", { day })}
        value={row.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        {...described}
        type="time"
        className={styles.time}
        aria-label={t(pause ? "breakUntil" : "workUntil", { day })}
        value={row.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      <IconButton
        icon="close"
        small
        aria-label={t(pause ? "removeBreak" : "removeWork", { day, from: row.from, until: row.until })}
        onClick={onRemove}
      />
      {(overMidnight(row) || row.serviceId) && (
        <span className={styles.remark}>
          {[overMidnight(row) && t("nextDay"), row.serviceId && t("oneService")].filter(Boolean).join(", ")}
        </span>
      )}
      {fault && (
        <div className={styles.fault}>
          <FieldError name={id} error={t(fault, { day, from: row.from })} />
        </div>
      )}
    </div>
  );
}
