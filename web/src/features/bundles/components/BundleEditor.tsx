"use client";
// A bundle as administrators edit it: its words, its services in their order, how they are timed, and what comes off.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { BusinessField } from "@/features/catalog/components/edit/BusinessField";
import { SmallEditor } from "@/features/catalog/components/edit/SmallEditor";
import { useFinish } from "@/features/catalog/components/edit/useFinish";
import { useSaving } from "@/features/catalog/components/edit/useSaving";
import { VisibleField, Words, wordsOf } from "@/features/catalog/components/edit/Words";
import type { Choices, Fault, ServiceRow } from "@/features/catalog/editing";
import { archiveBundle, saveBundle } from "../api";
import { basisPointsOf, type EditedBundle, FEWEST_STEPS, TIMINGS, type Timing } from "../rules";
import { StepList } from "./StepList";

type Props = {
  known: EditedBundle | null;
  choices: Pick<Choices, "businesses">;
  services: readonly ServiceRow[];
};
const LIST = "/ad/catalogue/bundles/";

export function BundleEditor({ known, choices: { businesses }, services }: Props) {
  const t = useTranslations("catalogue");
  const tb = useTranslations("bundlesTeam");
  const saving = useSaving();
  const finish = useFinish();
  const [business, setBusiness] = useState(known?.business_id ?? businesses[0]?.id ?? "");
  const [words, setWords] = useState(() => wordsOf(known));
  const [steps, setSteps] = useState<string[]>(known?.service_ids ?? []);
  const [timing, setTiming] = useState<Timing>(known?.timing ?? "apart");
  const [alone, setAlone] = useState(known?.same_person ?? false);
  const [percent, setPercent] = useState(known ? String(known.percent_bp / 100) : "");
  const [visible, setVisible] = useState(known?.is_visible ?? true);
  const shop = businesses.find(({ id }) => id === business)?.slug;
  const offered = services.filter(
    (each) => each.business === shop && (!each.archived_at || steps.includes(each.id)),
  );

  function save() {
    const off = percent.trim() ? basisPointsOf(percent) : 0;
    const faults: Record<string, Fault> = {
      ...(off === null && { percent_bp: "number" as const }),
      ...(steps.length < FEWEST_STEPS && { service_ids: "choose" as const }),
    };
    const body = {
      business_id: business,
      ...words,
      service_ids: steps,
      timing,
      same_person: alone,
      percent_bp: off ?? 0,
      is_visible: visible,
    };
    void saving.save(faults, () => saveBundle(known, body)).then((found) => finish(found, "saved", LIST));
  }

  const { errors } = saving;
  return (
    <SmallEditor
      saving={saving}
      archived={known ? Boolean(known.archived_at) : null}
      archivedText={tb("archived")}
      onSave={save}
      onArchive={(archived) =>
        known &&
        void saving
          .save({}, () => archiveBundle(known.id, archived))
          .then((found) => finish(found, archived ? "productPutAway" : "broughtBack", LIST))
      }
    >
      {!known && (
        <BusinessField
          businesses={businesses}
          value={business}
          help={t("businessHelp")}
          error={errors.business_id}
          onChange={(id) => {
            setBusiness(id);
            setSteps([]);
          }}
        />
      )}
      <Words words={words} errors={errors} onChange={setWords} />
      <StepList services={offered} steps={steps} error={errors.service_ids} onChange={setSteps} />
      <SelectField
        name="timing"
        label={tb("timing")}
        help={tb(timing === "apart" ? "apartHelp" : "inARowHelp")}
        value={timing}
        error={errors.timing}
        onChange={({ currentTarget: { value } }) =>
          setTiming(TIMINGS.find((each) => each === value) ?? "apart")
        }
      >
        {TIMINGS.map((each) => (
          <option key={each} value={each}>
            {tb(`timings.${each}`)}
          </option>
        ))}
      </SelectField>
      {timing === "in_a_row" && (
        <CheckboxField
          name="same_person"
          label={tb("samePerson")}
          help={tb("samePersonHelp")}
          checked={alone}
          error={errors.same_person}
          onChange={({ currentTarget }) => setAlone(currentTarget.checked)}
        />
      )}
      <TextField
        name="percent_bp"
        label={tb("percent")}
        help={tb("percentHelp")}
        optional={timing === "in_a_row"}
        inputMode="decimal"
        size={4}
        value={percent}
        error={errors.percent_bp}
        onChange={({ currentTarget }) => setPercent(currentTarget.value)}
      />
      <VisibleField value={visible} onChange={setVisible} />
    </SmallEditor>
  );
}
