"use client";
// Beside a visit that was called off or moved, on the page of its order: for a day whoever looks after it may undo that.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { useRouter } from "@/lib/i18n/navigation";
import type { Changing } from "../changes";
import { MoveBack } from "./MoveBack";
import { RestoreVisit } from "./RestoreVisit";

const UNDOES = { restore: RestoreVisit, undoMove: MoveBack } as const;

type Props = {
  visit: Changing;
  what: keyof typeof UNDOES;
  /** Which visit it is, for whoever hears the button alone. */
  about: string;
};

export function PutBack({ visit, what, about }: Props) {
  const t = useTranslations("appointments");
  const router = useRouter();
  const opener = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const Undo = UNDOES[what];

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
          router.refresh();
        }}
      />
    );
  return (
    <div ref={opener}>
      <Button aria-label={`${t(what)}: ${about}`} onClick={() => setIsOpen(true)}>
        {t(what)}
      </Button>
    </div>
  );
}
