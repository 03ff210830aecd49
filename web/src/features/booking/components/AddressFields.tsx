"use client";
// Where we come to: a saved address, one chosen while it is typed, or one typed in whole. The postcode is settled already.
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { SavedAddresses } from "@/features/customers/components/SavedAddresses";
import type { Filled } from "@/features/places/addresses";
import { AddressLine } from "@/features/places/components/AddressLine";
import { OtherPostcode } from "@/features/places/components/OtherPostcode";
import { setPlace } from "../api";
import { useJourney, useVisiting } from "../hooks";
import type { DetailName } from "../schema";
import styles from "./journey.module.css";

type Field = Pick<ComponentProps<typeof TextField>, "name" | "label" | "error" | "optional"> & {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
};
type Props = {
  field: (name: DetailName) => Field;
  write: (values: Partial<Record<DetailName, string>>) => void;
};

export function AddressFields({ field, write }: Props) {
  const t = useTranslations("booking.details");
  const { basket, change, go } = useJourney();
  const visiting = useVisiting();
  const [elsewhere, setElsewhere] = useState<(Filled & { postcode: string }) | null>(null);
  const postcode = basket?.place?.postcode ?? "";
  const line1 = field("line1");

  function fill({ line1, line2, town }: Filled) {
    write({ line1, ...(line2 !== undefined && { line2 }), ...(town && { town }) });
  }
  async function move(to: Filled & { postcode: string }) {
    await change(() => setPlace({ business: visiting, postcode: to.postcode }));
    setElsewhere(null);
    fill(to);
  }

  return (
    <fieldset className={styles.fieldset}>
      <legend>{t("where")}</legend>
      <SavedAddresses
        postcode={postcode}
        line1={line1.value}
        onChoose={({ access_notes, ...address }) => {
          fill(address);
          write({ access_notes: access_notes ?? "" });
        }}
      />
      <AddressLine
        {...line1}
        near={postcode}
        autoComplete="address-line1"
        dir="auto"
        onChange={(event) => {
          setElsewhere(null);
          line1.onChange(event);
        }}
        onFill={(filled) => {
          const isElsewhere = !!filled.postcode && filled.postcode !== postcode;
          if (isElsewhere) setElsewhere({ ...filled, postcode: filled.postcode ?? "" });
          else fill(filled);
          return !isElsewhere;
        }}
      />
      {elsewhere && (
        <OtherPostcode
          postcode={elsewhere.postcode}
          settled={postcode}
          onUse={() => move(elsewhere)}
          onKeep={() => setElsewhere(null)}
        />
      )}
      <TextField {...field("line2")} autoComplete="address-line2" dir="auto" />
      <TextField {...field("town")} autoComplete="address-level2" size={20} dir="auto" />
      <dl className={styles.fixed}>
        <dt>{t("postcode")}</dt>
        <dd>
          <span>{postcode}</span>
          <Button kind="quiet" onClick={() => go("place")}>
            {t("changePostcode")}
          </Button>
        </dd>
      </dl>
      <TextArea {...field("access_notes")} help={t("accessHelp")} autoComplete="off" dir="auto" rows={3} />
    </fieldset>
  );
}
