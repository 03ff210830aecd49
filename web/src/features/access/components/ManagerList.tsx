// Managers with what each may see and do, each leading to where that is changed.
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/lib/i18n/navigation";
import { type Choices, type Manager, opensNothing } from "../rules";
import styles from "./access.module.css";

type Props = { managers: Manager[]; choices: Choices };

export function ManagerList({ managers, choices }: Props) {
  const t = useTranslations("access");
  const names = new Map(
    [...choices.businesses, ...choices.locations].map(({ id, name }) => [id, name] as const),
  );

  function reached({ scope }: Manager): string {
    if (opensNothing(scope)) return t("opensNothing");
    const wholes = [...scope.business_ids, ...scope.location_ids].flatMap((id) => names.get(id) ?? []);
    const people = scope.staff_ids.length > 0 ? [t("named", { count: scope.staff_ids.length })] : [];
    return [...wholes, ...people].join(", ");
  }

  if (managers.length === 0)
    return (
      <EmptyState icon="person" title={t("none")} heading="h2">
        {t("noneText")}
      </EmptyState>
    );
  return (
    <ul className={styles.rows}>
      {managers.map((manager) => (
        <li key={manager.user_id} className={styles.row}>
          <span className={styles.what}>
            <Link href={`/ad/access/${manager.user_id}/`}>
              <strong>{manager.name}</strong>
            </Link>
            <br />
            {reached(manager)}
            <br />
            <span className={styles.quiet}>
              {manager.scope.actions.map((action) => t(`action.${action}`)).join(", ")}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
