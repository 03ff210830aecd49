"use client";
// The chosen address lies at another postcode than the one the times were found for: nothing is filled in until somebody
// says which it is.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { problemOf } from "@/lib/api/problem";
import styles from "./OtherPostcode.module.css";

type Props = {
  postcode: string;
  settled: string;
  /** Changes the postcode, by the same rules as the step of the postcode; what it refuses is told here. */
  onUse: () => Promise<unknown>;
  onKeep: () => void;
};

export function OtherPostcode({ postcode, settled, onUse, onKeep }: Props) {
  const t = useTranslations("addressSearch");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<"outOfArea" | "cannotChange" | null>(null);

  async function use() {
    setBusy(true);
    setRefused(null);
    try {
      await onUse();
    } catch (error) {
      setRefused(problemOf(error).code === "out_of_area" ? "outOfArea" : "cannotChange");
    }
    setBusy(false);
  }

  return (
    <Notice tone="warn" role="alert" title={t("otherTitle", { postcode })} className={styles.notice}>
      <p>{refused ? t(refused, { postcode }) : t("otherText", { settled })}</p>
      <p className={styles.buttons}>
        {refused !== "outOfArea" && (
          <Button busy={busy} onClick={() => void use()}>
            {t("useOther", { postcode })}
          </Button>
        )}
        <Button kind="quiet" onClick={onKeep}>
          {t("keep", { settled })}
        </Button>
      </p>
    </Notice>
  );
}
