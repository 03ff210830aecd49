"use client";
// The rules a time breaks, in the words of the "why not?" screen.
import { useWords } from "@/features/whynot/hooks";
import { dateIn } from "@/lib/datetime/calendar";
import type { Objection, Preview } from "../rules";
import styles from "./ChangeDialog.module.css";

type Props = {
  objections: readonly Objection[];
  preview: Pick<Preview, "starts_at" | "zone"> & { staff_member: { id: string } };
};

export function Objections({ objections, preview }: Props) {
  const { zone, starts_at, staff_member } = preview;
  const words = useWords(dateIn(zone, new Date(starts_at)), zone, staff_member.id, []);
  return (
    <ul className={styles.list}>
      {objections.map((found) => (
        <li key={`${found.code} ${found.starts_at}`}>
          {words.reason({ ...found, words: "", reference: "" })}
        </li>
      ))}
    </ul>
  );
}
