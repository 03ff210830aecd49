"use client";
// Where a visit is to be: where it is, another of its customer's addresses, or one that is typed now.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { AddressForm } from "@/features/customers/components/AddressForm";
import { formatMoney } from "@/lib/money/money";
import { addPlace, fetchPlaces, type Place } from "../api";
import type { Changing } from "../changes";

type Props = {
  visit: Changing;
  /** None: it stays where it is. */
  place: Place | null;
  onChoose: (place: Place | null) => void;
};

const EMPTY = { line1: "", line2: "", town: "", postcode: "", access_notes: "" };
const NEW = "new";

/** A customer does not choose where it costs more: that is for a person to decide. */
export function isOpen(place: Place, reader: Changing["reader"]): boolean {
  return place.is_here || (place.is_reached && (reader === "team" || place.more_amount <= 0));
}

export function WhereTo({ visit, place, onChoose }: Props) {
  const t = useTranslations("change.where");
  const locale = useLocale();
  const [added, setAdded] = useState<Place[]>([]);
  const [typing, setTyping] = useState(false);
  const [refused, setRefused] = useState<Place | null>(null);
  const { data } = useQuery({
    queryKey: ["visit places", visit.appointmentId],
    queryFn: ({ signal }) => fetchPlaces(visit.appointmentId, visit.token, signal),
    gcTime: 0,
  });
  if (!data?.length) return null; // It can be moved in time all the same.
  const known = [...data, ...added.filter(({ id }) => data.every((each) => each.id !== id))];
  const here = known.find((each) => each.is_here);
  const { phone, email } = visit.business;
  const more = ({ more_amount, currency }: Place) =>
    formatMoney({ amount: Math.abs(more_amount), currency }, locale);

  function words(each: Place): string {
    if (each.is_here) return t("here", { address: each.name });
    if (!each.is_reached) return t("nobody", { address: each.name });
    if (each.more_amount > 0) return t("dearer", { address: each.name, amount: more(each) });
    return each.name;
  }
  function choose(id: string) {
    setRefused(null);
    setTyping(id === NEW);
    if (id !== NEW) onChoose(known.find((each) => each.id === id && !each.is_here) ?? null);
  }

  return (
    <>
      <SelectField
        name={`where-${visit.appointmentId}`}
        label={t("label")}
        help={t(`${visit.reader}Help`)}
        value={typing ? NEW : (place?.id ?? here?.id ?? "")}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {known.map((each) => (
          <option key={each.id} value={each.id} disabled={!isOpen(each, visit.reader)}>
            {words(each)}
          </option>
        ))}
        <option value={NEW}>{t("other")}</option>
      </SelectField>
      {typing && (
        <AddressForm
          first={EMPTY}
          prefix={`where-${visit.appointmentId}`}
          submit={t("use")}
          onSubmit={async (typed) => {
            const found = await addPlace(visit.appointmentId, typed, visit.token);
            setAdded((before) => [...before.filter(({ id }) => id !== found.id), found]);
            setTyping(false);
            if (isOpen(found, visit.reader)) onChoose(found.is_here ? null : found);
            else setRefused(found);
          }}
          onCancel={() => setTyping(false)}
        />
      )}
      {refused && (
        <Notice tone="warn" role="alert" title={words(refused)}>
          <p>{refused.is_reached ? t("askDearer") : t("askNobody")}</p>
          {phone && <ContactLinks phone={phone} email={email} />}
        </Notice>
      )}
      {place && (
        <Notice title={place.name}>
          <p>
            {visit.reader === "team" && place.more_amount !== 0
              ? t(place.more_amount > 0 ? "priceStays" : "priceStaysLess", { amount: more(place) })
              : t("chooseTime")}
          </p>
        </Notice>
      )}
    </>
  );
}
