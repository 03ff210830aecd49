"use client";
// Beside a visit that was called off, on the page of its order: for a day whoever looks after it may put it back.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { fetchAppointment } from "@/features/calendar/api";
import { useRouter } from "@/lib/i18n/navigation";
import { teamsChange } from "../changes";
import { RestoreVisit } from "./RestoreVisit";

/** Nothing where it cannot be put back any more, or not by whoever reads this. */
export function PutBack({ appointmentId, zone }: { appointmentId: string; zone: string }) {
  const t = useTranslations("appointments");
  const router = useRouter();
  const opener = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["appointment", appointmentId, "restore"],
    queryFn: ({ signal }) => fetchAppointment(appointmentId, signal),
  });
  if (!data?.can.restore) return null;
  const visit = teamsChange(data, zone);

  function close() {
    setIsOpen(false);
    requestAnimationFrame(() => opener.current?.querySelector("button")?.focus());
  }

  if (isOpen)
    return (
      <RestoreVisit
        visit={visit}
        level="h3"
        onBack={close}
        onRestored={() => undefined}
        onDone={() => {
          setIsOpen(false);
          router.refresh();
        }}
      />
    );
  return (
    <div ref={opener}>
      <Button onClick={() => setIsOpen(true)}>{t("restore")}</Button>
    </div>
  );
}
