"use client";
// The services of a bundle in their order: added, moved by buttons, taken out.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/Field";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { moved, type ServiceRow } from "@/features/catalog/editing";
import { MOST_STEPS } from "../rules";

type Props = {
  /** Those that can be chosen, and those that are. */
  services: readonly ServiceRow[];
  steps: readonly string[];
  error: string | undefined;
  onChange: (steps: string[]) => void;
};

export function StepList({ services, steps, error, onChange }: Props) {
  const t = useTranslations("catalogue");
  const tb = useTranslations("bundlesTeam");
  const [told, setTold] = useState("");
  const nameOf = (id: string) => services.find((each) => each.id === id)?.name ?? t("isArchived");

  function move(index: number, by: -1 | 1) {
    const place = index + by;
    if (place < 0 || place >= steps.length) return;
    onChange(moved(steps, index, by));
    setTold(t("movedTo", { name: nameOf(steps[index] ?? ""), place: place + 1 }));
  }

  return (
    <fieldset id="service_ids" tabIndex={-1} aria-describedby="service_ids-help">
      <legend>{tb("steps")}</legend>
      <p id="service_ids-help" className={styles.quiet}>
        {tb("stepsHelp")}
      </p>
      {error && <p role="alert">{error}</p>}
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <ol className={styles.rows}>
        {steps.map((id, index) => {
          const name = nameOf(id);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be there twice.
            <li key={`${id} ${index}`} className={styles.row}>
              <div className={styles.what}>
                {index + 1}. {name}
              </div>
              <div className={styles.buttons}>
                <Button
                  kind="quiet"
                  aria-disabled={index === 0}
                  aria-label={t("upOf", { name })}
                  onClick={() => move(index, -1)}
                >
                  {t("up")}
                </Button>
                <Button
                  kind="quiet"
                  aria-disabled={index === steps.length - 1}
                  aria-label={t("downOf", { name })}
                  onClick={() => move(index, 1)}
                >
                  {t("down")}
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t("removeOf", { name })}
                  onClick={() => onChange(steps.filter((_, place) => place !== index))}
                >
                  {t("remove")}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {steps.length < MOST_STEPS && (
        <SelectField
          name="add_step"
          label={tb("addStep")}
          optional
          value=""
          onChange={({ currentTarget: { value } }) => value && onChange([...steps, value])}
        >
          <option value="">{tb("pickService")}</option>
          {services
            .filter((each) => !each.archived_at)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
      )}
    </fieldset>
  );
}
