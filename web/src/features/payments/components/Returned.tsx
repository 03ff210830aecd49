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

const TRIES = 3;
const AGAIN_MS = 1_500;

/** Asked a few times: the company may be busy, and the order's own page says the rest. */
async function stateOf(payment: string): Promise<string> {
  for (let tried = 1; ; tried += 1) {
    try {
      return (await checkPayment(payment)).state;
    } catch (error) {
      if (tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

export function Returned({ payment }: { payment: string }) {
  const t = useTranslations("payments");
  const router = useRouter();
  const [state, setState] = useState<string | null>(null);
  useEffect(() => {
    let stays = true;
    const on = (found: string) => {
      if (!stays) return;
      const way = rememberedWay(payment);
      if (way) router.replace(way);
      else setState(found);
    };
    stateOf(payment).then(on, () => on("unknown"));
    return () => {
      stays = false;
    };
  }, [payment, router]);
  if (state === null) {
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
      title={t(`returnedAs.${stateNamed(state)}`)}
      action={
        <ButtonLink kind="main" href="/track/">
          {t("find")}
        </ButtonLink>
      }
    >
      <p>{t("findText")}</p>
    </EmptyState>
  );
}
