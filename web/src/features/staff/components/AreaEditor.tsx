"use client";
// The areas of one person: the drawing, the list, and a form for one more.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { addArea, removeArea } from "../api";
import { type Area, LEAST_KM, MOST_KM, metresOf, type NewArea } from "../rules";
import styles from "./AreaEditor.module.css";
import { AreaMap } from "./AreaMap";
import { useRows } from "./useRows";

const nothing = { name: "", postcode: "", km: "" };

/** The server's refusals of a postcode, shown at the field that holds it. */
const aboutPostcode = new Set(["postcode_malformed", "postcode_unknown"]);

export function AreaEditor({ staffId, areas }: { staffId: string; areas: Area[] }) {
  const t = useTranslations("areas.places");
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows: shown, busy, problem, add, drop } = useRows(areas, { keyOf: ({ id }) => id });
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);

  const metres = metresOf(typed.km);
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !metres || typed.postcode.trim() === "") return;
    const area = { name: typed.name.trim(), postcode: typed.postcode, radius_m: metres };
    if (!(await add(() => addArea(staffId, area)))) return;
    toast(t("added", { name: labelOf(area) }));
    setTyped(nothing);
    setTried(false);
  }

  function remove(area: Area) {
    const { name, postcode, radius_m } = area;
    void drop(
      area,
      t("removed", { name: labelOf(area) }),
      () => removeArea(area.id),
      () => addArea(staffId, { name, postcode, radius_m }),
    );
    // The button goes with its row: the focus must not fall off the page.
    heading.current?.focus();
  }

  const set = (field: keyof typeof nothing) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [field]: event.currentTarget.value });
  const refused = problem && aboutPostcode.has(problem.code) ? problem.detail || problem.title : undefined;
  return (
    <>
      <section className={styles.areas} aria-labelledby="list">
        <div>
          <h2 id="list" ref={heading} tabIndex={-1} className={styles.heading}>
            {t("listTitle")}
          </h2>
          {shown.length === 0 ? (
            <EmptyState icon="home" title={t("none")}>
              {t("noneText")}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {shown.map((area) => (
                <li key={area.id} className={styles.row}>
                  <span>
                    <strong>{labelOf(area)}</strong>
                    <br />
                    {t("radius", { km: area.radius_m / 1000, postcode: area.postcode })}
                  </span>
                  <Button
                    kind="quiet"
                    busy={busy}
                    aria-label={t("removeOf", { name: labelOf(area) })}
                    onClick={() => remove(area)}
                  >
                    {t("remove")}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <AreaMap areas={shown} />
      </section>
      <section aria-labelledby="add" className={styles.add}>
        <h2 id="add">{t("addTitle")}</h2>
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
            value={typed.postcode}
            error={tried && typed.postcode.trim() === "" ? t("postcodeMissing") : refused}
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
          <Button type="submit" kind="main" busy={busy}>
            {t("add")}
          </Button>
        </form>
      </section>
    </>
  );
}

function labelOf(area: Pick<NewArea, "name" | "postcode">): string {
  return area.name || area.postcode;
}
