"use client";
// A coupon, or without a code a discount that comes by itself: what it takes off, for what, when and how often.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { LanguageText } from "@/features/catalog/components/edit/LanguageText";
import { SmallEditor } from "@/features/catalog/components/edit/SmallEditor";
import type { Choices, ServiceRow } from "@/features/catalog/editing";
import { archiveCoupon, saveCoupon } from "../api";
import { bodyOfCoupon, type Coupon, type CouponDraft, draftOfCoupon, emptyCoupon } from "../rules";
import { ForWhat } from "./ForWhat";
import { BusinessSelect, offeredBy, SubjectFor } from "./Subject";
import { usePriceEditor } from "./usePriceEditor";

type Props = {
  coupon: Coupon | null;
  choices: Choices;
  services: ServiceRow[];
  /** The clock of each business, by its slug: days begin and end by it. */
  zones: Record<string, string>;
  /** Whose alone a new one is to be. */
  customer?: { id: string; name: string } | null;
};

export function CouponEditor({ coupon, choices, services, zones, customer = null }: Props) {
  const t = useTranslations("pricing");
  const locale = useLocale();
  const { businesses } = choices;
  const { saving, save, archive } = usePriceEditor(coupon, {
    home: "/ad/pricing/coupons/",
    nameOf: ({ code, name }) => code || (name[locale] ?? name.en ?? ""),
    archive: archiveCoupon,
  });
  const zoneOf = (id: string | undefined) =>
    zones[businesses.find((each) => each.id === id)?.slug ?? ""] ?? "Europe/London";
  const [draft, setDraft] = useState(() =>
    coupon
      ? draftOfCoupon(coupon, zoneOf(coupon.business_id))
      : emptyCoupon(businesses[0]?.id ?? "", customer?.id),
  );
  const set = (change: Partial<CouponDraft>) => setDraft((now) => ({ ...now, ...change }));
  const business = businesses.find(({ id }) => id === draft.businessId);
  const currency = coupon?.currency ?? business?.currency ?? "GBP";
  const offered = offeredBy(draft.businessId, choices, services);
  const whose = coupon?.customer_name || customer?.name;

  function send() {
    const { body, faults } = bodyOfCoupon(draft, currency, zoneOf(draft.businessId));
    save(faults, () => saveCoupon(coupon, body));
  }
  return (
    <SmallEditor
      saving={saving}
      archived={coupon ? Boolean(coupon.archived_at) : null}
      archivedText={t("archivedCoupon")}
      onSave={send}
      onArchive={archive}
    >
      {whose && (
        <Notice tone="note" title={t("coupon.onlyFor", { name: whose })}>
          <p>{t("coupon.onlyForText")}</p>
          {saving.errors.customer_id && <p role="alert">{saving.errors.customer_id}</p>}
        </Notice>
      )}
      {!coupon && (
        <BusinessSelect
          businesses={businesses}
          value={draft.businessId}
          error={saving.errors.business_id}
          onChange={(subject) => set({ ...subject, neverIds: [] })}
        />
      )}
      <Words draft={draft} errors={saving.errors} set={set} />
      <Off draft={draft} currency={currency} errors={saving.errors} set={set} />
      <SubjectFor subject={draft} offered={offered} errors={saving.errors} onChange={set} />
      <ForWhat
        legend={t("for.never")}
        at="never_ids"
        {...offered}
        chosen={draft.neverIds}
        errors={saving.errors}
        onChange={(neverIds) => set({ neverIds })}
      />
      <Limits draft={draft} errors={saving.errors} set={set} />
    </SmallEditor>
  );
}

type PartProps = {
  draft: CouponDraft;
  errors: Record<string, string>;
  set: (change: Partial<CouponDraft>) => void;
};

function Words({ draft, errors, set }: PartProps) {
  const t = useTranslations("pricing.coupon");
  return (
    <>
      <TextField
        name="code"
        label={t("code")}
        help={t("codeHelp")}
        optional
        size={20}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={draft.code}
        error={errors.code}
        onChange={({ currentTarget }) => set({ code: currentTarget.value })}
      />
      <LanguageText
        name="name"
        label={t("name")}
        help={t("nameHelp")}
        value={draft.name}
        errors={errors}
        optional={draft.code.trim() !== ""}
        onChange={(name) => set({ name })}
      />
    </>
  );
}

function Off({ draft, currency, errors, set }: PartProps & { currency: string }) {
  const t = useTranslations("pricing.coupon");
  const te = useTranslations("pricing.effect");
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          name="off"
          label={t("off")}
          value={draft.byPercent ? "percent" : "amount"}
          onChange={({ currentTarget }) => set({ byPercent: currentTarget.value === "percent" })}
        >
          <option value="percent">{t("percent")}</option>
          <option value="amount">{t("amount")}</option>
        </SelectField>
        {draft.byPercent ? (
          <TextField
            name="percent_bp"
            label={te("percentLabel")}
            inputMode="decimal"
            size={4}
            value={draft.percent}
            error={errors.percent_bp}
            onChange={({ currentTarget }) => set({ percent: currentTarget.value })}
          />
        ) : (
          <TextField
            name="amount"
            label={te("amountIn", { currency })}
            inputMode="decimal"
            size={10}
            value={draft.amount}
            error={errors.amount}
            onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
          />
        )}
        {draft.byPercent && (
          <TextField
            name="most_amount"
            label={t("most", { currency })}
            optional
            inputMode="decimal"
            size={10}
            value={draft.most}
            error={errors.most_amount}
            onChange={({ currentTarget }) => set({ most: currentTarget.value })}
          />
        )}
        <TextField
          name="minimum_amount"
          label={t("minimum", { currency })}
          optional
          inputMode="decimal"
          size={10}
          value={draft.minimum}
          error={errors.minimum_amount}
          onChange={({ currentTarget }) => set({ minimum: currentTarget.value })}
        />
      </div>
      <CheckboxField
        name="from_each"
        label={t("fromEach")}
        checked={draft.fromEach}
        onChange={({ currentTarget }) => set({ fromEach: currentTarget.checked })}
      />
      <CheckboxField
        name="combines"
        label={t("combines")}
        help={t("combinesHelp")}
        checked={draft.combines}
        onChange={({ currentTarget }) => set({ combines: currentTarget.checked })}
      />
    </>
  );
}

function Limits({ draft, errors, set }: PartProps) {
  const t = useTranslations("pricing.coupon");
  const tw = useTranslations("pricing.when");
  const day = (key: "firstOn" | "lastOn", name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      type="date"
      optional
      size={10}
      value={draft[key]}
      error={errors[name]}
      onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
    />
  );
  const count = (key: "limit" | "customerLimit", name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      optional
      inputMode="numeric"
      size={10}
      value={draft[key]}
      error={errors[name]}
      onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
    />
  );
  return (
    <>
      <fieldset className={styles.card}>
        <legend>{t("validTitle")}</legend>
        <div className={styles.pair}>
          {day("firstOn", "starts_at", tw("firstDay"))}
          {day("lastOn", "ends_at", tw("lastDay"))}
        </div>
      </fieldset>
      <fieldset className={styles.card}>
        <legend>{t("limitsTitle")}</legend>
        <p className={styles.lead}>{t("limitsText")}</p>
        <div className={styles.pair}>
          {count("limit", "limit", t("limit"))}
          {count("customerLimit", "customer_limit", t("customerLimit"))}
        </div>
        <CheckboxField
          name="first_order_only"
          label={t("firstOnly")}
          checked={draft.firstOnly}
          onChange={({ currentTarget }) => set({ firstOnly: currentTarget.checked })}
        />
      </fieldset>
    </>
  );
}
