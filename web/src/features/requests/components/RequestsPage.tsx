// Customers' requests in the areas of those who answer them.
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { requireArea } from "@/features/session/loaders";
import { loadStaffCards } from "@/features/staff/loaders";
import { zoneFinder } from "@/features/staff/zones";
import { Texts } from "@/lib/i18n/Texts";
import { loadRequests } from "../loaders";
import { RequestCard } from "./RequestCard";
import styles from "./requests.module.css";

type Props = {
  area: "ad" | "man" | "st";
  /** What stands below the lists. */
  children?: ReactNode;
};

export async function RequestsPage({ area, children }: Props) {
  await requireArea(area);
  const businesses = await loadBusinesses(await getLocale());
  const [t, cards, open, proposed] = await Promise.all([
    getTranslations("requests"),
    loadStaffCards(businesses.map(({ slug }) => slug)),
    loadRequests("open"),
    loadRequests("proposed"),
  ]);
  const zoneOf = zoneFinder(cards, businesses);
  const lists = [
    { key: "open", rows: open },
    { key: "proposed", rows: proposed },
  ] as const;
  return (
    <Texts of={["requests"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {open.length + proposed.length === 0 && (
        <EmptyState icon="check" heading="h2" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
      {lists.map(
        ({ key, rows }) =>
          rows.length > 0 && (
            <section key={key} className={styles.section} aria-labelledby={key}>
              <h2 id={key}>{t(key)}</h2>
              <ul className={styles.list}>
                {rows.map((request) => (
                  <li key={`${request.id}-${request.revision}`}>
                    <RequestCard request={request} zone={zoneOf(request.appointment)} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {children}
    </Texts>
  );
}
