"use client";
// Beside a visit that was called off or moved, on the page of its order: for a day whoever looks after it may undo that.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { fetchAppointment } from "@/features/calendar/api";
import { useRouter } from "@/lib/i18n/navigation";
import { teamsChange } from "../changes";
import { MoveBack } from "./MoveBack";
import { RestoreVisit } from "./RestoreVisit";

/** Nothing where neither can be undone any more, or not by whoever reads this. */
export function PutBack({ appointmentId, zone }: { appointmentId: string; zone: string }) {
  const t = useTranslations("appointments");
  const router = useRouter();
  const opener = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ["appointment", appointmentId, "undo"],
    queryFn: ({ signal }) => fetchAppointment(appointmentId, signal),
  });
  if (!data?.can.restore && !data?.can.undo_move) return null;
  const [Undo, words] = data.can.restore
    ? ([RestoreVisit, "restore"] as const)
    : ([MoveBack, "undoMove"] as const);
  const visit = teamsChange(data, zone);

  function close() {
    setIsOpen(false);
    requestAnimationFrame(() => opener.current?.querySelector("button")?.focus());
  }

  if (isOpen)
    return (
      <Undo
        visit={visit}
        level="h3"
        onBack={close}
        onRestored={() => undefined}
        onDone={() => {
          setIsOpen(false);
          void refetch();
          router.refresh();
        }}
      />
    );
  return (
    <div ref={opener}>
      <Button onClick={() => setIsOpen(true)}>{t(words)}</Button>
    </div>
  );
}
