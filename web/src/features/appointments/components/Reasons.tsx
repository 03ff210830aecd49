// Why a visit of an order is not as it would be by the rules: called off, put aside, a change declined. For the team.
import { useTranslations } from "next-intl";
import type { OrderLine } from "../rules";
import styles from "./Reasons.module.css";

const PARTIES = ["customer", "staff", "system"] as const;

export function Reasons({ line }: { line: OrderLine }) {
  const t = useTranslations("orderList.reasons");
  const party = PARTIES.find((each) => each === line.cancelled_by);
  const asked = line.change_request;
  const reasons = [
    { title: t("putAside"), words: line.put_aside_reason ?? "", isThere: (line.put_aside ?? []).length > 0 },
    { title: party ? t(`cancelled.${party}`) : "", words: line.cancellation_reason ?? "", isThere: party },
    {
      title: asked ? t(asked.kind === "cancel" ? "declinedCancel" : "declinedMove") : "",
      words: asked?.answer ?? "",
      isThere: asked?.state === "declined",
    },
  ].filter(({ isThere }) => isThere);
  if (reasons.length === 0) return null;
  return (
    <dl className={styles.reasons}>
      {reasons.map(({ title, words }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <bdi>{words || t("none")}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
