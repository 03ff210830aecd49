// What became of the orders of friends who were brought.
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import type { Referral } from "../rules";
import styles from "./pricing.module.css";

type Props = { referrals: Referral[]; zones: Record<string, string> };

export function ReferralRows({ referrals, zones }: Props) {
  const t = useTranslations("pricing.friends");
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {referrals.map((row) => {
        const money = (amount: number) => formatMoney({ amount, currency: row.currency }, locale);
        const day = formatDay(row.decided_at, zones[row.business] ?? "UTC", locale, { year: true });
        return (
          <li key={row.id}>
            <Link href={`/ad/customers/${row.referrer_id}/`}>
              <bdi>{row.referrer_name}</bdi>
            </Link>
            <p className={styles.quiet}>
              {[
                t(stateOf(row), { amount: money(row.reward_amount) }),
                t("friend", { amount: money(row.friend_amount) }),
                row.code,
                day,
              ].join(" · ")}
            </p>
            <p>
              <Link href={`/ad/orders/${row.order_number}/`}>{row.order_number}</Link>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function stateOf({ state, reason }: Referral) {
  if (state === "rewarded") return "rewarded";
  if (state === "taken_back") return "takenBack";
  return reason === "month_full" ? "monthFull" : "samePerson";
}
