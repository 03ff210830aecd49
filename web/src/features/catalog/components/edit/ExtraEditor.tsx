"use client";
// An extra: its words, price and length, and to which services it can be added.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { decimalString } from "@/lib/money/money";
import { archiveExtra, saveExtra } from "../../api";
import {
  amountOf,
  type BusinessChoice,
  type EditedExtra,
  type Fault,
  type ServiceRow,
  wholeOf,
} from "../../editing";
import { BusinessField } from "./BusinessField";
import styles from "./edit.module.css";
import { LanguageText } from "./LanguageText";
import { SmallEditor } from "./SmallEditor";
import { useFinish } from "./useFinish";
import { useSaving } from "./useSaving";

type Props = {
  extra: EditedExtra | null;
  businesses: BusinessChoice[];
  services: ServiceRow[];
  /** The service it is made for. */
  service?: string;
};

export function ExtraEditor({ extra, businesses, services, service }: Props) {
  const t = useTranslations("catalogue");
  const saving = useSaving();
  const finish = useFinish();
  const madeFor = services.find(({ id }) => id === service);
  const first = businesses.find(({ slug }) => slug === madeFor?.business) ?? businesses[0];
  const [business, setBusiness] = useState(extra?.business_id ?? first?.id ?? "");
  const [name, setName] = useState(extra?.name ?? {});
  const chosen = businesses.find(({ id }) => id === business);
  const currency = chosen?.currency ?? extra?.currency ?? "GBP";
  const [price, setPrice] = useState(extra ? decimalString({ amount: extra.price_amount, currency }) : "");
  const [minutes, setMinutes] = useState(String(extra?.duration_minutes ?? 0));
  const [most, setMost] = useState(String(extra?.max_quantity ?? 1));
  const [fits, setFits] = useState<string[]>(extra?.service_ids ?? (madeFor ? [madeFor.id] : []));
  const back = service ? `/ad/catalogue/services/${service}/` : "/ad/catalogue/extras/";

  function save() {
    const amount = amountOf(price, currency);
    const [length, quantity] = [wholeOf(minutes), wholeOf(most)];
    const faults: Record<string, Fault> = {
      ...(amount === null && { price_amount: "amount" as const }),
      ...(length === null && { duration_minutes: "number" as const }),
      ...(quantity === null && { max_quantity: "number" as const }),
    };
    const body = {
      business_id: business,
      name,
      price_amount: amount ?? 0,
      duration_minutes: length ?? 0,
      max_quantity: quantity ?? 0,
      service_ids: fits,
    };
    void saving.save(faults, () => saveExtra(extra, body)).then((found) => finish(found, "saved", back));
  }

  const { errors } = saving;
  return (
    <SmallEditor
      saving={saving}
      archived={extra ? Boolean(extra.archived_at) : null}
      onSave={save}
      onArchive={(archived) =>
        extra &&
        void saving
          .save({}, () => archiveExtra(extra.id, archived))
          .then((found) => finish(found, archived ? "putAway" : "broughtBack", back))
      }
    >
      {!extra && (
        <BusinessField
          businesses={businesses}
          value={business}
          error={saving.errors.business_id}
          onChange={(id) => {
            setBusiness(id);
            setFits([]);
          }}
        />
      )}
      <LanguageText name="name" label={t("name")} value={name} errors={errors} onChange={setName} />
      <div className={styles.pair}>
        <TextField
          name="price_amount"
          label={t("priceIn", { currency })}
          help={t("priceHelp")}
          inputMode="decimal"
          size={10}
          value={price}
          error={errors.price_amount}
          onChange={({ currentTarget }) => setPrice(currentTarget.value)}
        />
        <TextField
          name="duration_minutes"
          label={t("extraLength")}
          help={t("extraLengthHelp")}
          inputMode="numeric"
          size={10}
          value={minutes}
          error={errors.duration_minutes}
          onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
        />
        <TextField
          name="max_quantity"
          label={t("most")}
          help={t("mostHelp")}
          inputMode="numeric"
          size={10}
          value={most}
          error={errors.max_quantity}
          onChange={({ currentTarget }) => setMost(currentTarget.value)}
        />
      </div>
      <fieldset className={styles.card}>
        <legend>{t("fitsTitle")}</legend>
        <p className={styles.lead}>{t("fitsText")}</p>
        {services
          .filter((row) => row.business === chosen?.slug)
          .map(({ id, name: words }) => (
            <CheckboxField
              key={id}
              name={`service-${id}`}
              label={words}
              checked={fits.includes(id)}
              onChange={({ currentTarget }) =>
                setFits(currentTarget.checked ? [...fits, id] : fits.filter((each) => each !== id))
              }
            />
          ))}
      </fieldset>
    </SmallEditor>
  );
}
