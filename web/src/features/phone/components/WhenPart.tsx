"use client";
// When, for one service: a free time, or an exact one, for which rules may be put aside with a reason.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { anyOfDay, freeTimes } from "@/features/booking/api";
import { RepeatBox } from "@/features/booking/components/RepeatBox";
import { type ChosenTime, TimePicker } from "@/features/booking/components/TimePicker";
import { useWhen } from "@/features/booking/components/useWhen";
import { type BasketLine, basisOf, visitOf } from "@/features/booking/rules";
import { Objections } from "@/features/calendar/components/Objections";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { atWall } from "@/lib/datetime/day";
import { formatTime } from "@/lib/datetime/format";
import { hold, previewTime, release, setTime, type TimePreview } from "../api";
import { type Spot, timeField } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

type Props = { desk: Desk; line: BasketLine; spot: Spot | null; error: string | undefined };

export function WhenPart({ desk, line, spot, error }: Props) {
  const t = useTranslations("phone");
  const when = useWhen();
  const cache = useQueryClient();
  const [exact, setExact] = useState(spot !== null);
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = { line: line.id, basis: desk.basket ? basisOf(desk.basket) : "", phone: true } as const;
  const now = desk.basket?.server_time ?? "";
  const names = (desk.basket ? visitOf(desk.basket, line) : [line]).map((each) => each.name).join(" + ");
  const needsPlace = line.venue === "customer" && !desk.basket?.place;

  async function keep(time: ChosenTime) {
    setBusy(true);
    const day = anyOfDay(time.anyOf, time.zone);
    const kept = await desk.change(() => hold(line.id, time.startsAt, time.staffId, day));
    // Somebody was faster: what is shown is of before.
    if (!kept) void cache.invalidateQueries({ queryKey: ["free times"] });
    setChosen(null);
    setBusy(false);
  }

  return (
    <div className={styles.line}>
      <h3 id={timeField(line.id)} tabIndex={-1}>
        {t("whenFor", { name: names })}
      </h3>
      {error && <Notice tone="bad" title={error} />}
      {needsPlace ? (
        <p>{t("placeFirst")}</p>
      ) : line.starts_at ? (
        <>
          <p>
            <strong>{when(line)}</strong>
            {line.staff && `, ${line.staff.name}`}
          </p>
          <p className={styles.muted}>{t(line.state === "held" ? "isKept" : "isLapsed")}</p>
          {line.put_aside.length > 0 && <p>{t("withReason")}</p>}
          <div>
            <Button onClick={() => void desk.change(() => release(line.id))}>{t("otherTime")}</Button>
          </div>
          <RepeatBox line={line} phone change={desk.attempt} />
        </>
      ) : exact ? (
        <>
          <ExactForm desk={desk} line={line} spot={spot} />
          <div>
            <Button kind="quiet" onClick={() => setExact(false)}>
              {t("freeTimes")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TimePicker
            asked={asked}
            now={now}
            visit={{ venue: line.venue, zone: line.zone, currency: line.currency }}
            scope={line.id}
            near={null}
            chosen={chosen}
            onChoose={setChosen}
            flexible
            contact={null}
            nobody={<p>{t("nobodyComes")}</p>}
          />
          <div className={styles.row}>
            <Button
              kind="main"
              busy={busy}
              aria-disabled={chosen === null}
              onClick={() => chosen && void keep(chosen)}
            >
              {t("keep")}
            </Button>
            <Button kind="quiet" onClick={() => setExact(true)}>
              {t("exactly")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function ExactForm({ desk, line, spot }: Pick<Props, "desk" | "line" | "spot">) {
  const t = useTranslations("phone");
  const zone = line.zone;
  const today = dateIn(zone, new Date(desk.basket?.server_time ?? 0));
  const [staff, setStaff] = useState(spot?.staffId ?? "");
  const [date, setDate] = useState(spot ? dateIn(zone, new Date(spot.at)) : today);
  const [time, setTimeText] = useState(spot ? formatTime(spot.at, zone, "en") : "");
  const [reason, setReason] = useState("");
  const [noReason, setNoReason] = useState(false);
  const [preview, setPreview] = useState<TimePreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = { line: line.id, basis: desk.basket ? basisOf(desk.basket) : "", phone: true } as const;
  const { data } = useQuery({
    queryKey: ["free times", asked, "staff"],
    queryFn: ({ signal }) => freeTimes(asked, { first: today, last: today, zone, staff: null }, signal),
    placeholderData: keepPreviousData,
  });
  const people = data?.staff ?? [];
  const who = people.some(({ id }) => id === staff) ? staff : "";
  const isWhole = who !== "" && DATE.test(date) && TIME.test(time);
  const wish = isWhole ? { line: line.id, startsAt: atWall(date, time, zone), staffId: who } : null;
  const id = (name: string) => `${name}-${line.id}`;

  function anew() {
    setPreview(null);
    setProblem(null);
  }
  async function look() {
    setTried(true);
    if (!wish) return;
    setBusy(true);
    setProblem(null);
    try {
      const found = await previewTime(wish);
      if (found.is_free) await desk.attempt(() => setTime(wish, [], ""));
      else setPreview(found);
    } catch (refused) {
      setProblem(problemOf(refused));
    }
    setBusy(false);
  }
  async function keepAnyway() {
    if (!wish || !preview) return;
    setNoReason(reason.trim() === "");
    if (reason.trim() === "") return document.getElementById(id("reason"))?.focus();
    setBusy(true);
    setProblem(null);
    try {
      const agreed = preview.objections.map(({ code }) => code);
      await desk.attempt(() => setTime(wish, agreed, reason.trim()));
    } catch (refused) {
      anew();
      setProblem(problemOf(refused));
    }
    setBusy(false);
  }

  return (
    <>
      <SelectField
        name={id("staff")}
        label={t("person")}
        value={who}
        error={tried && who === "" ? t("personMissing") : undefined}
        onChange={(event) => {
          setStaff(event.currentTarget.value);
          anew();
        }}
      >
        <option value="">{t("pickPerson")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </SelectField>
      <div className={styles.row}>
        <TextField
          name={id("date")}
          type="date"
          label={t("day")}
          value={date}
          error={tried && !DATE.test(date) ? t("dayMissing") : undefined}
          onChange={(event) => {
            setDate(event.currentTarget.value);
            anew();
          }}
        />
        <TextField
          name={id("time")}
          type="time"
          step={300}
          label={t("time")}
          value={time}
          error={tried && !TIME.test(time) ? t("timeMissing") : undefined}
          onChange={(event) => {
            setTimeText(event.currentTarget.value);
            anew();
          }}
        />
      </div>
      <div aria-live="polite">
        {preview && wish && (
          <Notice
            tone={preview.is_possible ? "warn" : "bad"}
            title={t(preview.is_possible ? "against" : "cannot")}
          >
            <Objections
              objections={preview.objections}
              preview={{ starts_at: preview.starts_at, zone, staff_member: { id: wish.staffId } }}
            />
          </Notice>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
      {preview?.is_possible && (
        <TextField
          name={id("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          maxLength={500}
          value={reason}
          error={noReason ? t("reasonMissing") : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div>
        {preview?.is_possible ? (
          <Button kind="main" busy={busy} onClick={() => void keepAnyway()}>
            {t("keepAnyway")}
          </Button>
        ) : (
          <Button kind="main" busy={busy} onClick={() => void look()}>
            {t("keep")}
          </Button>
        )}
      </div>
    </>
  );
}
