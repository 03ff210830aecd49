"use client";
// Where to: one of the customer's addresses, or a postcode and a street.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { problemOf } from "@/lib/api/problem";
import { callerAddresses, chooseAddress, setPlace } from "../api";
import type { DetailName } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

type Props = {
  desk: Desk;
  field: (name: DetailName) => Pick<ComponentProps<typeof TextField>, "name" | "label" | "value"> & {
    error: string | undefined;
    onChange: (event: { currentTarget: { value: string } }) => void;
    onBlur: () => void;
  };
  errorOf: (field: string) => string | undefined;
};

const known = ["postcode_malformed", "postcode_unknown", "out_of_area", "postcode_lookup_down"] as const;

export function WherePart({ desk, field, errorOf }: Props) {
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
  const postcode = typed ?? place;

  async function look() {
    const business = basket?.lines.find((line) => line.venue === "customer")?.business;
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
          <TextField {...field("line1")} autoComplete="off" dir="auto" />
          <TextField {...field("line2")} autoComplete="off" dir="auto" optional />
          <TextField {...field("town")} autoComplete="off" size={20} dir="auto" />
          <TextArea {...field("access_notes")} autoComplete="off" dir="auto" rows={2} optional />
        </>
      )}
    </section>
  );
}
