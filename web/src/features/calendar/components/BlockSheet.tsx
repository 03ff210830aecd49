"use client";
// Blocked time, and the way to open it again where it was blocked here.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatRange } from "@/lib/datetime/format";
import { unblockTime } from "../api";
import { useAskAgain } from "../hooks";
import type { Block, Staff } from "../rules";

type Props = { block: Block; staff: Staff; onClose: () => void };

export function BlockSheet({ block, staff, onClose }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const toast = useToast();
  const askAgain = useAskAgain();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function open() {
    setBusy(true);
    setProblem(null);
    try {
      await unblockTime(block.id);
      await askAgain();
      onClose();
      toast(t("spot.opened"));
    } catch (refused) {
      setProblem(problemOf(refused));
      setBusy(false);
    }
  }

  return (
    <Sheet title={block.note || (block.is_ours ? t("blocked") : t("outside"))} onClose={onClose}>
      <p>
        {staff.name}, {formatRange(block.starts_at, block.ends_at, staff.zone, locale)}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {!block.is_ours && <p>{t("outsideText")}</p>}
      {block.is_ours && staff.can_change_hours && (
        <p>
          <Button busy={busy} onClick={() => void open()}>
            {t("spot.open")}
          </Button>
        </p>
      )}
    </Sheet>
  );
}
