"use client";
// Where to: one of the customer's addresses, or a postcode and a street.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import type { Filled } from "@/features/places/addresses";
import { AddressLine } from "@/features/places/components/AddressLine";
import { OtherPostcode } from "@/features/places/components/OtherPostcode";
import { problemOf } from "@/lib/api/problem";
import { callerAddresses, chooseAddress, setPlace } from "../api";
import type { DetailName } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

type Props = {
  desk: Desk;
  field: (name: DetailName) => Pick<ComponentProps<typeof TextField>, "name" | "label"> & {
    value: string;
    error: string | undefined;
    onChange: (event: { currentTarget: { value: string } }) => void;
    onBlur: () => void;
  };
  errorOf: (field: string) => string | undefined;
  /** An address was chosen while it was typed. */
  onFill: (filled: Filled) => void;
};

const known = ["postcode_malformed", "postcode_unknown", "out_of_area", "postcode_lookup_down"] as const;

export function WherePart({ desk, field, errorOf, onFill }: Props) {
  const t = useTranslations("phone");
  const { basket } = desk;
  const caller = basket?.caller?.id ?? null;
  const place = basket?.place?.postcode ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<(typeof known)[number] | null>(null);
  const { data: addresses = [] } = useQuery({
    queryKey: ["caller addresses", caller],
    queryFn: callerAddresses,
    enabled: caller !== null,
  });
  const [elsewhere, setElsewhere] = useState<(Filled & { postcode: string }) | null>(null);
  const postcode = typed ?? place;
  const business = basket?.lines.find((line) => line.venue === "customer")?.business ?? "";
  const line1 = field("line1");

  async function move(to: Filled & { postcode: string }) {
    await desk.attempt(() => setPlace(business, to.postcode));
    setElsewhere(null);
    onFill(to);
  }
  async function look() {
    if (!business || postcode.trim() === "" || postcode === place) return;
    setBusy(true);
    setFault(null);
    try {
      await desk.attempt(() => setPlace(business, postcode.slice(0, 40)));
      setTyped(null);
    } catch (error) {
      const problem = problemOf(error);
      const code = known.find((each) => each === problem.code);
      if (code) setFault(code);
      else desk.setProblem(problem);
    }
    setBusy(false);
  }

  return (
    <section className={styles.part} aria-labelledby="phone-where">
      <h2 id="phone-where">{t("where")}</h2>
      {addresses.length > 0 && (
        <ul className={styles.list} aria-label={t("addresses")}>
          {addresses.map((each) => (
            <li key={each.id}>
              <Button
                aria-pressed={basket?.address_id === each.id}
                kind={basket?.address_id === each.id ? "main" : "second"}
                onClick={() => {
                  setTyped(null);
                  setFault(null);
                  void desk.change(() => chooseAddress(each.id));
                }}
              >
                {each.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <TextField
          name="postcode"
          label={t("postcode")}
          size={10}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={postcode}
          error={fault ? t(`fault.${fault}`) : errorOf("postcode")}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void look();
          }}
        />
        <Button busy={busy} onClick={() => void look()}>
          {t("usePostcode")}
        </Button>
      </div>
      {place && (
        <>
          <p className={styles.muted}>{t("placeIs", { postcode: place })}</p>
          <AddressLine
            {...line1}
            near={place}
            autoComplete="off"
            dir="auto"
            onChange={(event) => {
              setElsewhere(null);
              line1.onChange(event);
            }}
            onFill={(filled) => {
              const isElsewhere = !!filled.postcode && filled.postcode !== place;
              if (isElsewhere) setElsewhere({ ...filled, postcode: filled.postcode ?? "" });
              else onFill(filled);
              return !isElsewhere;
            }}
          />
          {elsewhere && (
            <OtherPostcode
              postcode={elsewhere.postcode}
              settled={place}
              onUse={() => move(elsewhere)}
              onKeep={() => setElsewhere(null)}
            />
          )}
          <TextField {...field("line2")} autoComplete="off" dir="auto" optional />
          <TextField {...field("town")} autoComplete="off" size={20} dir="auto" />
          <TextArea {...field("access_notes")} autoComplete="off" dir="auto" rows={2} optional />
        </>
      )}
    </section>
  );
}
