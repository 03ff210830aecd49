"use client";
// The areas of one person: the drawing, the list, and a form for one more.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addArea, removeArea } from "../api";
import { type Area, LEAST_KM, MOST_KM, metresOf, type NewArea } from "../rules";
import styles from "./AreaEditor.module.css";
import { AreaMap } from "./AreaMap";

const nothing = { name: "", postcode: "", km: "" };

/** The server's refusals of a postcode, shown at the field that holds it. */
const aboutPostcode = new Set(["postcode_malformed", "postcode_unknown"]);

export function AreaEditor({ staffId, areas }: { staffId: string; areas: Area[] }) {
  const t = useTranslations("areas.places");
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(areas);
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(action: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  async function add(area: NewArea) {
    const added = await addArea(staffId, area);
    setShown((now) => [...now, added]);
    toast(t("added", { name: labelOf(added) }));
  }

  const metres = metresOf(typed.km);
  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !metres || typed.postcode.trim() === "") return;
    attempt(async () => {
      await add({ name: typed.name.trim(), postcode: typed.postcode, radius_m: metres });
      setTyped(nothing);
      setTried(false);
    });
  }

  const remove = (area: Area) =>
    attempt(async () => {
      await removeArea(area.id);
      setShown((now) => now.filter((other) => other.id !== area.id));
      heading.current?.focus();
      const { name, postcode, radius_m } = area;
      toast(t("removed", { name: labelOf(area) }), {
        undo: () => attempt(() => add({ name, postcode, radius_m })),
      });
    });

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
        <form noValidate onSubmit={save}>
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

function labelOf(area: Area): string {
  return area.name || area.postcode;
}
