"use client";
// One visit out of the calendar, with everything that can be done with it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { AppointmentCard } from "@/features/appointments/components/AppointmentCard";
import { Answers } from "@/features/catalog/components/Answers";
import { problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { fetchAnswers, fetchAppointment, fetchCustomerAnswers } from "../api";
import { useAskAgain } from "../hooks";
import type { Visit } from "../rules";

type Props = {
  visit: Visit;
  zone: string;
  locale: string;
  /** Where the reader's pages of customers are, if there are any. */
  customersPath?: string | undefined;
  ordersPath: string;
  onMove: () => void;
  onClose: () => void;
};

export function VisitSheet({ visit, zone, locale, customersPath, ordersPath, onMove, onClose }: Props) {
  const t = useTranslations("calendar");
  const client = useQueryClient();
  const askAgain = useAskAgain();
  const key = ["appointment", visit.id];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchAppointment(visit.id, signal),
    staleTime: 0,
  });
  const { data: answers } = useQuery({
    queryKey: ["answers", visit.id],
    queryFn: ({ signal }) => fetchAnswers(visit.id, signal),
    staleTime: 0,
  });
  const { data: known } = useQuery({
    queryKey: ["customer-answers", visit.id],
    queryFn: ({ signal }) => fetchCustomerAnswers(visit.id, signal),
    staleTime: 0,
  });
  async function changed() {
    await Promise.all([client.invalidateQueries({ queryKey: key }), askAgain()]);
  }
  return (
    <Sheet title={formatDay(visit.starts_at, zone, locale, { weekday: "long" })} onClose={onClose}>
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t("loading")}>
          <Skeleton height="12em" />
        </Loading>
      )}
      {data && (
        <>
          {data.can.move && (
            <p>
              <Button kind="main" onClick={onMove}>
                {t("moveTo")}
              </Button>
            </p>
          )}
          <AppointmentCard
            appointment={data}
            zone={zone}
            withStaff
            withFullName
            movesElsewhere
            ordersPath={ordersPath}
            onChanged={() => void changed()}
          />
          {answers && <Answers answers={answers} />}
          {known && known.length > 0 && (
            <section aria-labelledby="about-customer">
              <h3 id="about-customer">{t("aboutCustomer")}</h3>
              <Answers answers={known} />
            </section>
          )}
          {customersPath && (
            <p>
              <ButtonLink href={`${customersPath}${data.customer.id}/`}>
                {t("toCustomer", { name: data.customer.name })}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </Sheet>
  );
}
