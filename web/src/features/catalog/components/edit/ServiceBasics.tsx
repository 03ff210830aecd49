"use client";
// What a service is and costs: its words, where it takes place, time and price.
import { useTranslations } from "next-intl";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { type Choices, type Draft, VENUES } from "../../editing";
import styles from "./edit.module.css";
import { LanguageText } from "./LanguageText";
import { PictureField } from "./PictureField";

type Props = {
  draft: Draft;
  choices: Choices;
  isNew: boolean;
  currency: string;
  errors: Record<string, string>;
  onChange: (change: Partial<Draft>) => void;
};

export function ServiceWords({ draft, choices, isNew, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  const categories = choices.categories.filter(
    ({ id, business_id, archived }) =>
      business_id === draft.businessId && (!archived || id === draft.categoryId),
  );
  return (
    <section className={styles.section} aria-labelledby="what">
      <h2 id="what">{t("whatTitle")}</h2>
      {isNew && choices.businesses.length > 1 && (
        <SelectField
          name="business_id"
          label={t("business")}
          help={t("businessHelp")}
          value={draft.businessId}
          error={errors.business_id}
          onChange={({ currentTarget }) =>
            onChange({ businessId: currentTarget.value, categoryId: "", people: [] })
          }
        >
          {choices.businesses.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <LanguageText
        name="name"
        label={t("name")}
        value={draft.name}
        errors={errors}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        name="category_id"
        label={t("category")}
        value={draft.categoryId}
        error={errors.category_id}
        onChange={({ currentTarget }) => onChange({ categoryId: currentTarget.value })}
      >
        <option value="">{t("chooseCategory")}</option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <LanguageText
        name="description"
        label={t("description")}
        help={t("descriptionHelp")}
        lines
        optional
        maxLength={4000}
        value={draft.description}
        errors={errors}
        onChange={(description) => onChange({ description })}
      />
      <LanguageText
        name="preparation"
        label={t("preparation")}
        help={t("preparationHelp")}
        lines
        optional
        maxLength={4000}
        value={draft.preparation}
        errors={errors}
        onChange={(preparation) => onChange({ preparation })}
      />
      <PictureField
        value={draft.picture}
        error={errors.picture_url}
        onChange={(picture) => onChange({ picture })}
      />
      <CheckboxField
        name="is_visible"
        label={t("visible")}
        help={t("visibleHelp")}
        checked={draft.isVisible}
        onChange={({ currentTarget }) => onChange({ isVisible: currentTarget.checked })}
      />
    </section>
  );
}

const NUMBERS = [
  ["duration_minutes", "duration", "durationHelp"],
  ["buffer_before_minutes", "before", "bufferHelp"],
  ["buffer_after_minutes", "after", "bufferHelp"],
  ["capacity", "capacity", "capacityHelp"],
] as const;

export function ServiceTimePrice({ draft, currency, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  return (
    <section className={styles.section} aria-labelledby="time-price">
      <h2 id="time-price">{t("timeTitle")}</h2>
      <SelectField
        name="venue"
        label={t("venue")}
        value={draft.venue}
        error={errors.venue}
        onChange={({ currentTarget }) => {
          const venue = VENUES.find((each) => each === currentTarget.value);
          if (venue) onChange({ venue });
        }}
      >
        {VENUES.map((venue) => (
          <option key={venue} value={venue}>
            {t(`venues.${venue}`)}
          </option>
        ))}
      </SelectField>
      <div className={styles.pair}>
        <TextField
          name="price_amount"
          label={t("priceIn", { currency })}
          help={t("priceHelp")}
          inputMode="decimal"
          size={10}
          value={draft.price}
          error={errors.price_amount}
          onChange={({ currentTarget }) => onChange({ price: currentTarget.value })}
        />
        <TextField
          name="tax_rate_bp"
          label={t("tax")}
          help={t("taxHelp")}
          inputMode="decimal"
          size={10}
          value={draft.tax}
          error={errors.tax_rate_bp}
          onChange={({ currentTarget }) => onChange({ tax: currentTarget.value })}
        />
        {NUMBERS.map(([name, key, help]) => (
          <TextField
            key={name}
            name={name}
            label={t(key)}
            help={t(help)}
            inputMode="numeric"
            size={10}
            value={draft[key]}
            error={errors[name]}
            onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
          />
        ))}
      </div>
    </section>
  );
}
