"use client";
// A package as administrators edit it: its words, services, visits, price, and how long it can be used.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { BusinessField } from "@/features/catalog/components/edit/BusinessField";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { PictureField } from "@/features/catalog/components/edit/PictureField";
import { SmallEditor } from "@/features/catalog/components/edit/SmallEditor";
import { useFinish } from "@/features/catalog/components/edit/useFinish";
import { useSaving } from "@/features/catalog/components/edit/useSaving";
import { VisibleField, Words, wordsOf } from "@/features/catalog/components/edit/Words";
import { amountOf, type Choices, type Fault, type ServiceRow } from "@/features/catalog/editing";
import { decimalString } from "@/lib/money/money";
import { archivePackage, savePackage } from "../api";
import type { EditedPackage } from "../rules";
import own from "./packages.module.css";

type Props = {
  known: EditedPackage | null;
  choices: Pick<Choices, "businesses" | "staff">;
  services: readonly ServiceRow[];
};
const LIST = "/ad/catalogue/packages/";
const whole = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

export function PackageEditor({ known, choices: { businesses, staff }, services }: Props) {
  const t = useTranslations("catalogue");
  const tp = useTranslations("packagesTeam");
  const saving = useSaving();
  const finish = useFinish();
  const [business, setBusiness] = useState(known?.business_id ?? businesses[0]?.id ?? "");
  const currency = known?.currency ?? businesses.find(({ id }) => id === business)?.currency ?? "GBP";
  const [person, setPerson] = useState(known?.staff_member_id ?? "");
  const [words, setWords] = useState(() => wordsOf(known));
  const [chosen, setChosen] = useState<readonly string[]>(known?.service_ids ?? []);
  const [visits, setVisits] = useState(String(known?.visits ?? 10));
  const [price, setPrice] = useState(known ? decimalString({ amount: known.price_amount, currency }) : "");
  const [months, setMonths] = useState(known ? String(known.months ?? "") : "12");
  const [picture, setPicture] = useState(known?.picture_url ?? "");
  const [visible, setVisible] = useState(known?.is_visible ?? true);
  const people = staff.filter(
    (each) => each.business_id === business && (!each.archived || each.id === person),
  );
  const shop = businesses.find(({ id }) => id === business)?.slug;
  const offered = services.filter(
    (each) => each.business === shop && (!each.archived_at || chosen.includes(each.id)),
  );

  function save() {
    const amount = amountOf(price, currency);
    const count = whole(visits);
    const length = months.trim() ? whole(months) : null;
    const faults: Record<string, Fault> = {
      ...(amount === null && { price_amount: "amount" as const }),
      ...(count === null && { visits: "number" as const }),
      ...(months.trim() && length === null && { months: "number" as const }),
      ...(chosen.length === 0 && { service_ids: "choose" as const }),
    };
    const body = {
      business_id: business,
      staff_member_id: person || null,
      ...words,
      service_ids: [...chosen],
      visits: count ?? 0,
      price_amount: amount ?? 0,
      months: length,
      picture_url: picture,
      is_visible: visible,
    };
    void saving.save(faults, () => savePackage(known, body)).then((found) => finish(found, "saved", LIST));
  }

  const { errors } = saving;
  return (
    <SmallEditor
      saving={saving}
      archived={known ? Boolean(known.archived_at) : null}
      archivedText={tp("archived")}
      onSave={save}
      onArchive={(archived) =>
        known &&
        void saving
          .save({}, () => archivePackage(known.id, archived))
          .then((found) => finish(found, archived ? "productPutAway" : "broughtBack", LIST))
      }
    >
      {!known && (
        <BusinessField
          businesses={businesses}
          value={business}
          help={t("businessHelp")}
          error={saving.errors.business_id}
          onChange={(id) => {
            setBusiness(id);
            setPerson("");
            setChosen([]);
          }}
        />
      )}
      <Words words={words} errors={errors} onChange={setWords} />
      <fieldset id="service_ids" tabIndex={-1} aria-describedby="service_ids-help">
        <legend>{tp("services")}</legend>
        <p id="service_ids-help" className={styles.quiet}>
          {tp("servicesHelp")}
        </p>
        {errors.service_ids && <p role="alert">{errors.service_ids}</p>}
        <div className={own.choices}>
          {offered.map(({ id, name: words }) => (
            <CheckboxField
              key={id}
              name={`service-${id}`}
              label={words}
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen((now) => (checked ? [...now, id] : now.filter((each) => each !== id)))
              }
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        name="staff_member_id"
        label={tp("person")}
        help={tp("personHelp")}
        value={person}
        error={errors.staff_member_id}
        onChange={({ currentTarget }) => setPerson(currentTarget.value)}
      >
        <option value="">{tp("anybody")}</option>
        {people.map(({ id, name: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className={styles.pair}>
        <TextField
          name="visits"
          label={tp("visits")}
          inputMode="numeric"
          size={4}
          value={visits}
          error={errors.visits}
          onChange={({ currentTarget }) => setVisits(currentTarget.value)}
        />
        <TextField
          name="price_amount"
          label={t("priceIn", { currency })}
          help={tp("priceHelp")}
          inputMode="decimal"
          size={10}
          value={price}
          error={errors.price_amount}
          onChange={({ currentTarget }) => setPrice(currentTarget.value)}
        />
      </div>
      <TextField
        name="months"
        label={tp("months")}
        help={tp("monthsHelp")}
        optional
        inputMode="numeric"
        size={4}
        value={months}
        error={errors.months}
        onChange={({ currentTarget }) => setMonths(currentTarget.value)}
      />
      <PictureField value={picture} error={errors.picture_url} onChange={setPicture} />
      <VisibleField value={visible} onChange={setVisible} />
    </SmallEditor>
  );
}
