"use client";
// The areas of one person: the drawing, the list, and a form for one more.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { tryArea, tryWithoutArea } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { useSentence } from "@/lib/errors/useSentence";
import { addArea, changeArea, removeArea } from "../api";
import { type Area, LEAST_KM, MOST_KM, metresOf, type NewArea } from "../rules";
import type { Point } from "../view";
import styles from "./AreaEditor.module.css";
import { AreaPicker } from "./AreaPicker";
import { useRows } from "./useRows";

const SLIDER_KM = 40;

type Typed = { name: string; postcode: string; km: string; point: Point | null };
const nothing: Typed = { name: "", postcode: "", km: "", point: null };

/** The server's refusals of a postcode, shown at the field that holds it. */
const aboutPostcode = new Set(["postcode_malformed", "postcode_unknown"]);

type Props = {
  staffId: string;
  areas: Area[];
  /** Over the list; left out, it speaks to the person whose areas they are. */
  title?: string;
};

export function AreaEditor({ staffId, areas, title }: Props) {
  const t = useTranslations("areas.places");
  const toast = useToast();
  const sentence = useSentence();
  const { guard, question } = useBreaks();
  const heading = useRef<HTMLHeadingElement>(null);
  const formHeading = useRef<HTMLHeadingElement>(null);
  const {
    rows: shown,
    busy,
    problem,
    add,
    drop,
  } = useRows(areas, {
    keyOf: ({ id }) => id,
    placeOf: ({ id }) => id, // in the order in which they were made, changed or not
  });
  const [typed, setTyped] = useState(nothing);
  const [changing, setChanging] = useState<Area | null>(null);
  const [tried, setTried] = useState(false);

  const metres = metresOf(typed.km);
  const hasMiddle = typed.point !== null || typed.postcode.trim() !== "";
  function leave(focus: boolean) {
    setTyped(nothing);
    setChanging(null);
    setTried(false);
    if (focus) heading.current?.focus();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !metres || !hasMiddle) return;
    const area = areaOf(typed, metres, changing);
    const saved = await add(() =>
      changing
        ? guard(
            () => tryArea(changing.id, area),
            (seen) => changeArea(changing, area, seen),
          )
        : addArea(staffId, area),
    );
    if (!saved) return;
    const name = area.name || area.postcode || t("onMap");
    toast(t(changing ? "changed" : "added", { name }));
    leave(changing !== null);
  }

  function change(area: Area) {
    const { name, postcode, latitude, longitude, radius_m } = area;
    setChanging(area);
    setTyped({ name, postcode, km: String(radius_m / 1000), point: { latitude, longitude } });
    setTried(false);
    requestAnimationFrame(() => formHeading.current?.focus());
  }

  function remove(area: Area) {
    const { name, latitude, longitude, radius_m } = area;
    void drop(
      area,
      t("removed", { name: labelOf(area) }),
      () =>
        guard(
          () => tryWithoutArea(area.id),
          (seen) => removeArea(area.id, seen),
        ),
      () => addArea(staffId, { name, postcode: "", point: { latitude, longitude }, radius_m }),
    );
    // The button goes with its row: the focus must not fall off the page.
    leave(true);
  }

  const set = (field: "name" | "postcode" | "km") => (event: { currentTarget: { value: string } }) =>
    setTyped({
      ...typed,
      [field]: event.currentTarget.value,
      // Whoever types a postcode means the postcode.
      ...(field === "postcode" ? { point: null } : {}),
    });
  const refused = problem && aboutPostcode.has(problem.code) ? sentence(problem) : undefined;
  return (
    <>
      <section className={styles.areas} aria-labelledby="list">
        <div>
          <h2 id="list" ref={heading} tabIndex={-1} className={styles.heading}>
            {title ?? t("listTitle")}
          </h2>
          {shown.length === 0 ? (
            <EmptyState icon="home" title={t("none")}>
              {t("noneText")}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {shown.map((area) => (
                <li key={area.id} className={styles.row}>
                  <span className={styles.words}>
                    <strong>{labelOf(area)}</strong>
                    <br />
                    {t("radius", { km: area.radius_m / 1000, postcode: area.postcode })}
                  </span>
                  <span className={styles.buttons}>
                    <Button
                      kind="quiet"
                      aria-label={t("changeOf", { name: labelOf(area) })}
                      onClick={() => change(area)}
                    >
                      {t("change")}
                    </Button>
                    <Button
                      kind="quiet"
                      busy={busy}
                      aria-label={t("removeOf", { name: labelOf(area) })}
                      onClick={() => remove(area)}
                    >
                      {t("remove")}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <AreaPicker
          areas={shown}
          changing={changing?.id ?? null}
          point={typed.point}
          radius={metres}
          onPoint={(point) => setTyped((now) => ({ ...now, point, postcode: "", km: now.km || "5" }))}
        />
      </section>
      {question}
      <section aria-labelledby="add" className={styles.add}>
        <h2 id="add" ref={formHeading} tabIndex={-1} className={styles.heading}>
          {changing ? t("changeTitle", { name: labelOf(changing) }) : t("addTitle")}
        </h2>
        {problem && !refused && <ProblemNotice problem={problem} />}
        <form method="post" noValidate onSubmit={(event) => void save(event)}>
          <TextField
            name="postcode"
            label={t("postcode")}
            size={10}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            help={t(typed.point && !typed.postcode ? "pointChosen" : "postcodeHelp")}
            required={typed.point === null}
            value={typed.postcode}
            error={tried && !hasMiddle ? t("postcodeMissing") : refused}
            onChange={set("postcode")}
          />
          <TextField
            name="km"
            label={t("km")}
            size={4}
            inputMode="decimal"
            autoComplete="off"
            maxLength={6}
            value={typed.km}
            error={tried && !metres ? t("kmBad", { least: LEAST_KM, most: MOST_KM }) : undefined}
            onChange={set("km")}
          />
          <input
            type="range"
            className={styles.range}
            aria-label={t("kmSlider")}
            min={LEAST_KM}
            max={SLIDER_KM}
            step={0.5}
            value={Math.min(SLIDER_KM, (metres ?? 5_000) / 1000)}
            onChange={(event) => setTyped({ ...typed, km: event.currentTarget.value })}
          />
          <TextField
            name="area-name"
            label={t("name")}
            help={t("nameHelp")}
            optional
            maxLength={100}
            autoComplete="off"
            value={typed.name}
            onChange={set("name")}
          />
          <p className={styles.buttons}>
            <Button type="submit" kind="main" busy={busy}>
              {t(changing ? "saveChange" : "add")}
            </Button>
            {(changing || typed.point) && <Button onClick={() => leave(true)}>{t("leaveChange")}</Button>}
          </p>
        </form>
      </section>
    </>
  );
}

/** What is sent: the point where it was chosen on the map or moved, nothing about the middle where it stays. */
function areaOf({ name, postcode, point }: Typed, radius_m: number, changing: Area | null): NewArea {
  const stays =
    changing !== null &&
    point?.latitude === changing.latitude &&
    point.longitude === changing.longitude &&
    postcode === changing.postcode;
  return {
    name: name.trim(),
    radius_m,
    postcode: stays || point ? "" : postcode,
    point: stays ? null : point,
  };
}

function labelOf(area: Pick<Area, "name" | "postcode">): string {
  return area.name || area.postcode;
}
