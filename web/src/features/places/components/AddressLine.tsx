"use client";
// The first line of an address, with suggestions while it is typed; choosing one fills in the rest of the form.
import { useTranslations } from "next-intl";
import { type ChangeEvent, useMemo, useState } from "react";
import { Combobox } from "@/components/ui/Combobox";
import type { TextFieldProps } from "@/components/ui/Field";
import type { Filled } from "../addresses";
import { useSuggestions } from "../useSuggestions";
import styles from "./AddressLine.module.css";

const BY_HAND = "by-hand";

type Props = Omit<TextFieldProps, "ref" | "onChange" | "value"> & {
  value: string;
  /** A postcode that is settled already: suggestions are around it alone. */
  near?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  /** False: it was not filled in after all. */
  onFill: (filled: Filled) => boolean | undefined;
};

/** A browser that fills the form in by itself needs no suggestions. */
function isTyped(event: ChangeEvent<HTMLInputElement>): boolean {
  const { nativeEvent } = event;
  return nativeEvent instanceof InputEvent && nativeEvent.inputType !== "insertReplacementText";
}

export function AddressLine({ near = "", onChange, onFill, ...field }: Props) {
  const t = useTranslations("addressSearch");
  const { offers, found, type, choose, stop } = useSuggestions(near);
  const [filled, setFilled] = useState(false);
  const { suggestions, source } = found;
  const options = useMemo(
    () =>
      suggestions.length > 0
        ? [...suggestions, { id: BY_HAND, main: t("byHand"), isOurs: true }]
        : suggestions,
    [suggestions, t],
  );

  async function take(id: string) {
    if (id === BY_HAND) return stop();
    setFilled(onFill(await choose(id, field.value)) !== false);
  }

  return (
    <Combobox
      {...field}
      options={offers ? options : null}
      listLabel={t("list")}
      said={suggestions.length > 0 ? t("count", { count: suggestions.length }) : filled ? t("filled") : ""}
      foot={
        source === "google_places" && (
          <p className={styles.source} translate="no">
            Google Maps
          </p>
        )
      }
      onChange={(event) => {
        setFilled(false);
        onChange(event);
        if (isTyped(event)) type(event.currentTarget.value);
      }}
      onChoose={(id) => void take(id)}
    />
  );
}
