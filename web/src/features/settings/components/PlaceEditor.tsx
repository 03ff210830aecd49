"use client";
// One place: what it is called, where it stands and whose clock it goes by.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useSentence } from "@/lib/errors/useSentence";
import { fetchPlaces, savePlace } from "../api";
import type { Place, PlaceBody } from "../rules";
import { MeanwhileNotice } from "./MeanwhileNotice";
import styles from "./settings.module.css";
import { useSaved } from "./useSaved";

type Form = Required<PlaceBody>;
type Props = {
  slug: string;
  zone: string;
  place: Place | null;
  onSaved: (place: Place) => void;
  onClose: () => void;
};

const formOf = ({ name, address_line, postcode, zone, phone }: Place): Form => ({
  name,
  address_line,
  postcode,
  zone,
  phone,
});
const TEXTS = ["name", "address_line", "postcode", "phone"] as const;
const LONGEST = { name: 120, address_line: 200, postcode: 10, phone: 32 } as const;

export function PlaceEditor({ slug, zone, place, onSaved, onClose }: Props) {
  const t = useTranslations("settings.places");
  const sentence = useSentence();
  const empty: Form = { name: "", address_line: "", postcode: "", zone, phone: "" };
  const [form, setForm] = useState<Form>(place ? formOf(place) : empty);
  const first = { form: place ? formOf(place) : empty, revision: place?.revision ?? 0 };
  const saving = useSaved({
    first,
    form,
    onChange: setForm,
    fetch: async () => {
      const found = (await fetchPlaces(slug)).find(({ id }) => id === place?.id);
      return found ? { form: formOf(found), revision: found.revision } : first;
    },
  });
  const { errors, problem } = saving;
  const byPostcode = problem?.code.startsWith("postcode_") ? sentence(problem) : undefined;

  async function send(event: FormEvent) {
    event.preventDefault();
    let kept: Place | null = null;
    await saving.save(async (revision) => {
      kept = await savePlace(slug, place && { ...place, revision }, form);
      return { form: formOf(kept), revision: kept.revision };
    });
    if (kept) onSaved(kept);
  }

  return (
    <form method="post" noValidate className={styles.inner} onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={saving.summary} attempt={saving.attempt} />
      {problem && !byPostcode && <ProblemNotice problem={problem} />}
      {saving.meanwhile && (
        <MeanwhileNotice
          meanwhile={saving.meanwhile}
          mine={form}
          label={(name) => t(name)}
          tell={(_, value) => value}
          onTake={(name, value) => setForm({ ...form, [name]: value })}
        />
      )}
      {TEXTS.map((name) => (
        <TextField
          key={name}
          type={name === "phone" ? "tel" : "text"}
          name={name === "name" || name === "phone" ? `place-${name}` : name}
          label={t(name)}
          optional={name === "phone"}
          maxLength={LONGEST[name]}
          autoComplete="off"
          {...(name === "postcode" && { size: 10 as const, help: t("postcodeHelp") })}
          value={form[name]}
          error={errors[name] ?? (name === "postcode" ? byPostcode : undefined)}
          onChange={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
        />
      ))}
      <SelectField
        name="zone"
        label={t("zone")}
        help={t("zoneHelp")}
        value={form.zone}
        error={errors.zone}
        onChange={({ currentTarget }) => setForm({ ...form, zone: currentTarget.value })}
      >
        {[...new Set([form.zone, ...Intl.supportedValuesOf("timeZone")])].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
      <div className={styles.save}>
        <Button type="submit" kind="main" busy={saving.busy}>
          {t("save")}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}
