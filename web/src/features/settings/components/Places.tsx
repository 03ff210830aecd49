"use client";
// Where a business is: its places, each changed in a form of its own, put away and brought back.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { archivePlace } from "../api";
import type { Place } from "../rules";
import { PlaceEditor } from "./PlaceEditor";
import styles from "./settings.module.css";

type Props = { slug: string; zone: string; first: Place[] };

export function Places({ slug, zone, first }: Props) {
  const t = useTranslations("settings.places");
  const toast = useToast();
  const [places, setPlaces] = useState(first);
  /** The place whose form is open; "new" for one more. */
  const [open, setOpen] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  function keep(place: Place) {
    setPlaces((now) =>
      now.some(({ id }) => id === place.id)
        ? now.map((each) => (each.id === place.id ? place : each))
        : [...now, place],
    );
  }

  async function putAway(place: Place, archived: boolean) {
    setProblem(null);
    try {
      keep(await archivePlace(slug, place.id, archived));
      toast(t(archived ? "putAway" : "broughtBack", { name: place.name }), {
        ...(archived && { undo: () => void putAway(place, false) }),
      });
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  const editor = (place: Place | null) => (
    <PlaceEditor
      slug={slug}
      zone={zone}
      place={place}
      onSaved={(saved) => {
        keep(saved);
        setOpen(null);
        toast(t("saved", { name: saved.name }));
      }}
      onClose={() => setOpen(null)}
    />
  );

  return (
    <section id="places" className={styles.part} aria-labelledby="places-title">
      <div className={styles.editor}>
        <header>
          <h2 id="places-title">{t("title")}</h2>
          <p className={styles.quiet}>{t("text")}</p>
        </header>
        {problem && <ProblemNotice problem={problem} />}
        <ul className={styles.list}>
          {places.map((place) => (
            <li key={place.id} className={styles.place}>
              <div className={styles.about}>
                <h3>{place.name}</h3>
                <p>{[place.address_line, place.postcode].filter(Boolean).join(", ")}</p>
                <p className={styles.quiet}>
                  {[place.phone, place.zone, place.archived_at && t("archived")].filter(Boolean).join(" · ")}
                </p>
              </div>
              {open !== place.id && (
                <div className={styles.beside}>
                  <Button aria-label={t("changeOf", { name: place.name })} onClick={() => setOpen(place.id)}>
                    {t("change")}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t(place.archived_at ? "bringBackOf" : "putAwayOf", { name: place.name })}
                    onClick={() => void putAway(place, !place.archived_at)}
                  >
                    {t(place.archived_at ? "bringBack" : "archive")}
                  </Button>
                </div>
              )}
              {open === place.id && editor(place)}
            </li>
          ))}
        </ul>
        {places.length === 0 && open === null && <p>{t("none")}</p>}
        {open === "new" ? (
          editor(null)
        ) : (
          <div>
            <Button onClick={() => setOpen("new")}>{t("add")}</Button>
          </div>
        )}
      </div>
    </section>
  );
}
