"use client";
// Back from the company's page: ask how the payment is, then go on to the order it is for.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useRouter } from "@/lib/i18n/navigation";
import { checkPayment } from "../api";
import { rememberedWay, stateNamed } from "../rules";

type Standing = { state: string; order_number: string };

const TRIES = 3;
const AGAIN_MS = 1_500;

/** Asked a few times: the company may be busy, and the order's own page says the rest. */
async function standingOf(payment: string): Promise<Standing> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await checkPayment(payment);
    } catch (error) {
      if (tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

export function Returned({ payment }: { payment: string }) {
  const t = useTranslations("payments");
  const router = useRouter();
  const [found, setFound] = useState<Standing | null>(null);
  useEffect(() => {
    let stays = true;
    const on = (standing: Standing) => {
      if (!stays) return;
      const way = rememberedWay(payment);
      if (way) router.replace(way);
      else setFound(standing);
    };
    standingOf(payment).then(on, () => on({ state: "unknown", order_number: "" }));
    return () => {
      stays = false;
    };
  }, [payment, router]);
  if (found === null) {
    return (
      <Loading label={t("asking")}>
        <Skeleton width="60%" height="2.2em" />
        <Skeleton height="6em" />
      </Loading>
    );
  }
  return (
    <EmptyState
      icon="receipt"
      title={t(`returnedAs.${stateNamed(found.state)}`)}
      action={
        <ButtonLink kind="main" href="/track/">
          {t("find")}
        </ButtonLink>
      }
    >
      <p>{t(`findBy.${waysBack(found)}`, { number: found.order_number })}</p>
    </EmptyState>
  );
}

/** No letter tells the number of an order that still waits for its money: we do, and where the order is open. */
function waysBack({ state, order_number }: Standing): "paid" | "unpaid" | "unknown" {
  if (!order_number) return "unknown";
  return state === "captured" || state === "pending" ? "paid" : "unpaid";
}
