"use client";
// No to a visit that waits for a yes: what it means, and why, for the team.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea } from "@/components/ui/Field";
import { Ask } from "./Ask";

type Props = {
  id: string;
  /** What its customer is called. */
  name: string;
  busy: boolean;
  onNo: () => void;
  onYes: (reason: string) => void;
};

export function DeclineVisit({ id, name, busy, onNo, onYes }: Props) {
  const t = useTranslations("appointments");
  const tc = useTranslations("change");
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={t("declineTitle")}
      yes={t("declineYes")}
      no={tc("back")}
      danger
      busy={busy}
      onNo={onNo}
      onYes={() => onYes(reason.trim())}
    >
      <p>{t("declineText", { name })}</p>
      <TextArea
        name={`reason-${id}`}
        label={tc("team.cancelReason")}
        help={tc("team.cancelReasonHelp")}
        optional
        maxLength={500}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Ask>
  );
}
