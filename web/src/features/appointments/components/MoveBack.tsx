"use client";
// A visit that was moved is again where it was: when, with whom and at which address, before anybody says so.
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import { useWhen } from "@/features/booking/components/useWhen";
import { fetchMoveBack, undoMove } from "../api";
import { Undoing, type UndoProps } from "./Undoing";

const REASONS = ["not_moved", "over", "too_late", "in_a_row", "not_yours", "gone", "taken"] as const;

export function MoveBack(props: UndoProps) {
  const t = useTranslations("change.moveBack");
  const when = useWhen();
  const { venue, zone, told } = props.visit;
  return (
    <Undoing
      {...props}
      kind="moveBack"
      ask={fetchMoveBack}
      undo={undoMove}
      refusal={({ refused_reason: reason }) =>
        t(`refused.${REASONS.find((each) => each === reason) ?? "not_moved"}`)
      }
    >
      {({ starts_at, ends_at, staff_name: name, address }) => (
        <Notice title={t("again", { when: when({ venue, zone, starts_at, ends_at }), name })}>
          {address && <p>{address}</p>}
          <p>{t("told", { person: told })}</p>
        </Notice>
      )}
    </Undoing>
  );
}
