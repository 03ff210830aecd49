"use client";
// In the booking journey: the saved addresses at the chosen postcode, to fill in the form with one press.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { savedAddresses } from "../api";
import type { Address } from "../rules";

type Props = { postcode: string; line1: string; onChoose: (address: Address) => void };

/** Nothing at all for a stranger, or for whoever has no address at this postcode. */
export function SavedAddresses({ postcode, line1, onChoose }: Props) {
  const t = useTranslations("booking.details");
  const [addresses, setAddresses] = useState<Address[]>([]);
  useEffect(() => {
    let isHere = true;
    savedAddresses().then(
      (found) => isHere && setAddresses(found.filter((each) => each.postcode === postcode)),
      () => undefined, // The form can be filled in by hand all the same.
    );
    return () => {
      isHere = false;
    };
  }, [postcode]);
  if (addresses.length === 0) return null;
  return (
    <SelectField
      name="saved-address"
      label={t("savedAddress")}
      help={t("savedAddressHelp")}
      optional
      value={addresses.find((each) => each.line1 === line1)?.id ?? ""}
      onChange={({ currentTarget }) => {
        const chosen = addresses.find(({ id }) => id === currentTarget.value);
        if (chosen) onChoose(chosen);
      }}
    >
      <option value="">{t("otherAddress")}</option>
      {addresses.map(({ id, line1: first, line2 }) => (
        <option key={id} value={id}>
          {[first, line2].filter(Boolean).join(", ")}
        </option>
      ))}
    </SelectField>
  );
}
