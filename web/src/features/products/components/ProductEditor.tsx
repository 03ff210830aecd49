"use client";
// A product as administrators edit it: its words, price, cover, who made it, and its files.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/Field";
import { BusinessField } from "@/features/catalog/components/edit/BusinessField";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { PictureField } from "@/features/catalog/components/edit/PictureField";
import { SmallEditor } from "@/features/catalog/components/edit/SmallEditor";
import { useFinish } from "@/features/catalog/components/edit/useFinish";
import { useSaving } from "@/features/catalog/components/edit/useSaving";
import { VisibleField, Words, wordsOf } from "@/features/catalog/components/edit/Words";
import { amountOf, type Choices, type Fault, rateOf } from "@/features/catalog/editing";
import { decimalString } from "@/lib/money/money";
import { archiveProduct, saveProduct } from "../api";
import type { EditedProduct } from "../rules";
import { ProductFiles } from "./ProductFiles";

type Props = { product: EditedProduct | null; choices: Pick<Choices, "businesses" | "staff"> };
const LIST = "/ad/catalogue/products/";

export function ProductEditor({ product: first, choices: { businesses, staff } }: Props) {
  const t = useTranslations("catalogue");
  const saving = useSaving();
  const finish = useFinish();
  const [product, setProduct] = useState(first);
  const online = businesses.find((each) => !each.visits_at_customer) ?? businesses[0];
  const [business, setBusiness] = useState(first?.business_id ?? online?.id ?? "");
  const currency = first?.currency ?? businesses.find(({ id }) => id === business)?.currency ?? "GBP";
  const [mentor, setMentor] = useState(first?.mentor_id ?? "");
  const [words, setWords] = useState(() => wordsOf(first));
  const [price, setPrice] = useState(first ? decimalString({ amount: first.price_amount, currency }) : "");
  const [tax, setTax] = useState(String((first?.tax_rate_bp ?? 2000) / 100));
  const [picture, setPicture] = useState(first?.picture_url ?? "");
  const [visible, setVisible] = useState(first?.is_visible ?? true);
  const people = staff.filter(
    (each) => each.business_id === business && (!each.archived || each.id === mentor),
  );

  function save() {
    const amount = amountOf(price, currency);
    const rate = rateOf(tax);
    const faults: Record<string, Fault> = {
      ...(amount === null && { price_amount: "amount" as const }),
      ...(rate === null && { tax_rate_bp: "number" as const }),
      ...(!mentor && { mentor_id: "choose" as const }),
    };
    const body = {
      business_id: business,
      mentor_id: mentor,
      ...words,
      price_amount: amount ?? 0,
      tax_rate_bp: rate ?? 0,
      picture_url: picture,
      is_visible: visible,
    };
    void saving
      .save(faults, () => saveProduct(product, body))
      .then((found) => finish(found, "saved", product ? LIST : `${LIST}${found?.id}/`));
  }

  const { errors } = saving;
  return (
    <>
      <SmallEditor
        saving={saving}
        archived={product ? Boolean(product.archived_at) : null}
        archivedText={t("productArchived")}
        onSave={save}
        onArchive={(archived) =>
          product &&
          void saving
            .save({}, () => archiveProduct(product.id, archived))
            .then((found) =>
              finish(
                found,
                archived ? "productPutAway" : "broughtBack",
                product ? LIST : `${LIST}${found?.id}/`,
              ),
            )
        }
      >
        {!product && (
          <BusinessField
            businesses={businesses}
            value={business}
            help={t("businessHelp")}
            error={saving.errors.business_id}
            onChange={(id) => {
              setBusiness(id);
              setMentor("");
            }}
          />
        )}
        <SelectField
          name="mentor_id"
          label={t("productMentor")}
          help={t("productMentorHelp")}
          value={mentor}
          error={errors.mentor_id}
          onChange={({ currentTarget }) => setMentor(currentTarget.value)}
        >
          <option value="">{t("chooseMentor")}</option>
          {people.map(({ id, name: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </SelectField>
        <Words words={words} errors={errors} onChange={setWords} />
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
            name="tax_rate_bp"
            label={t("tax")}
            help={t("taxHelp")}
            inputMode="decimal"
            size={10}
            value={tax}
            error={errors.tax_rate_bp}
            onChange={({ currentTarget }) => setTax(currentTarget.value)}
          />
        </div>
        <PictureField value={picture} error={errors.picture_url} onChange={setPicture} />
        <VisibleField value={visible} onChange={setVisible} />
      </SmallEditor>
      {product ? (
        <ProductFiles product={product} onChanged={setProduct} />
      ) : (
        <p className={styles.lead}>{t("filesLater")}</p>
      )}
    </>
  );
}
