"use client";
// The dates on which one business is closed: those kept, one more, and the bank holidays to choose from.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { tryHolidays } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { DatesSection } from "@/features/staff/components/DatesSection";
import { useRows } from "@/features/staff/components/useRows";
import { formatDate, type IsoDate } from "@/lib/datetime/format";
import { addHolidays, removeHoliday } from "../api";
import { type Holiday, type Proposals, stillProposed } from "../rules";
import { BankHolidays } from "./BankHolidays";

type Props = { business: string; today: IsoDate; holidays: Holiday[]; proposals: Proposals };

const empty = { date: "", name: "" };
const onDate = (row: Holiday) => row.on_date;

export function Holidays({ business, today, holidays, proposals }: Props) {
  const t = useTranslations("holidays");
  const locale = useLocale();
  const toast = useToast();
  const { guard, question } = useBreaks();
  const { rows, busy, problem, add, drop } = useRows(holidays, { keyOf: onDate, placeOf: onDate });
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const dateOf = (on: IsoDate) => formatDate(on, locale, { year: true });

  async function keep(day: { on_date: IsoDate; name: string }, seen?: string): Promise<Holiday> {
    const [saved] = await addHolidays(business, [day], seen);
    if (!saved) throw new Error("The server named no day");
    return saved;
  }

  async function save() {
    setTried(true);
    const name = typed.name.trim();
    if (!typed.date || !name) return;
    const day = { on_date: typed.date, name };
    const kept = await add(() =>
      guard(
        () => tryHolidays(business, [day]),
        (seen) => keep(day, seen),
      ),
    );
    if (!kept) return;
    toast(t("saved", { day: dateOf(typed.date) }));
    setTyped(empty);
    setTried(false);
  }

  return (
    <>
      <DatesSection
        title={t("listTitle")}
        lead={t("listText")}
        none={t("none")}
        drop={t("remove")}
        save={t("add")}
        busy={busy}
        problem={problem}
        after={question}
        onSave={() => void save()}
        rows={rows.map((row) => ({
          key: row.id,
          words: (
            <>
              <strong>{dateOf(row.on_date)}</strong>: <bdi>{row.name}</bdi>
            </>
          ),
          dropLabel: t("removeOf", { day: dateOf(row.on_date) }),
          onDrop: () =>
            void drop(
              row,
              t("removed", { day: dateOf(row.on_date) }),
              () => removeHoliday(row.id),
              () => keep(row),
            ),
        }))}
      >
        <TextField
          name="holiday-date"
          type="date"
          size={10}
          min={today}
          label={t("date")}
          value={typed.date}
          error={tried && !typed.date ? t("dateMissing") : undefined}
          onChange={(event) => setTyped({ ...typed, date: event.currentTarget.value })}
        />
        <TextField
          name="holiday-name"
          label={t("name")}
          maxLength={120}
          value={typed.name}
          error={tried && !typed.name.trim() ? t("nameMissing") : undefined}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
      </DatesSection>
      <BankHolidays
        business={business}
        region={proposals.region}
        days={stillProposed(proposals.days, rows)}
        busy={busy}
        onKeep={async (chosen) => {
          const saved: Holiday[] = [];
          const worked = await add(async () => {
            const days = chosen.map(({ on_date, name }) => ({ on_date, name }));
            const kept = await guard(
              () => tryHolidays(business, days),
              (seen) => addHolidays(business, days, seen),
            );
            if (!kept) return null;
            saved.push(...kept);
            const [first] = saved;
            if (!first) throw new Error("The server named no day");
            return first;
          });
          for (const row of saved.slice(1)) await add(() => Promise.resolve(row));
          if (worked) toast(t("savedMany", { count: saved.length }));
          return worked;
        }}
      />
    </>
  );
}
