"use client";
// Calling a whole order off while it waits to be paid: for its customer, and for whoever of the team looks after all of it.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { hasOnlyGoods, type Order } from "@/features/orders/rules";
import type { Problem } from "@/lib/api/problem";
import { callOff } from "../api";
import { useSending } from "../hooks";
import { callOffRefusal } from "../rules";
import styles from "./payments.module.css";

type Props = {
  order: Order;
  token?: string | undefined;
  /** Read by the team: its customer is told. */
  team?: boolean;
  onDone?: () => void;
};

export function CallOff({ order, token, team = false, onDone }: Props) {
  const t = useTranslations("payments.callOff");
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { busy, problem, send } = useSending(() => {
    setIsOpen(false);
    onDone?.();
  });
  if (!order.can_call_off) return null;
  return (
    <div className={styles.before}>
      <Button ref={opener} kind="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t("open")}
      </Button>
      {isOpen && (
        <section className={styles.form} aria-label={t("open")}>
          {problem && <Refused problem={problem} />}
          <p>
            {[
              t(hasOnlyGoods(order) ? "endsGoods" : "ends"),
              order.paid_amount > 0 && t("back"),
              team && order.customer_email && t("told"),
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
          <div className={styles.ways}>
            <Button
              kind="danger"
              busy={busy}
              onClick={() => void send(() => callOff(order.number, token), t("done"))}
            >
              {t("yes")}
            </Button>
            <Button
              onClick={() => {
                setIsOpen(false);
                opener.current?.focus();
              }}
            >
              {t("keep")}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

function Refused({ problem }: { problem: Problem }) {
  const t = useTranslations("payments.callOff.refused");
  const reason = callOffRefusal(problem);
  if (!reason) return <ProblemNotice problem={problem} />;
  return <ProblemNotice problem={problem} title={t(reason)} />;
}
