"use client";
// The five questions of a scope: what may be done, and with whom.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "@/components/ui/Field";
import {
  ACTIONS,
  type Choices,
  choosable,
  isCovered,
  type Named,
  type Part,
  type Reach,
  toggled,
} from "../rules";
import styles from "./access.module.css";

type Props = { reach: Reach; choices: Choices; onChange: (reach: Reach) => void };

export function ReachFields({ reach, choices, onChange }: Props) {
  const t = useTranslations("access");
  const businessName = (id: string) => choices.businesses.find((row) => row.id === id)?.name ?? "";
  const several = choices.businesses.length > 1;

  function list(part: Part, rows: Named[], helpOf: (row: Named) => string | undefined = () => undefined) {
    return choosable(rows, reach[part]).map((row) => (
      <CheckboxField
        key={row.id}
        name={`${part}-${row.id}`}
        label={row.archived ? t("archivedName", { name: row.name }) : row.name}
        help={helpOf(row)}
        checked={reach[part].includes(row.id)}
        onChange={() => onChange({ ...reach, [part]: toggled(reach[part], row.id) })}
      />
    ));
  }

  const ofBusiness = (row: Named) => (several ? businessName(row.business_id) : undefined);
  return (
    <>
      <Group title={t("actionsTitle")} help={t("actionsHelp")}>
        {ACTIONS.map((action) => (
          <CheckboxField
            key={action}
            name={`action-${action}`}
            label={t(`action.${action}`)}
            help={t(`actionHelp.${action}`)}
            checked={reach.actions.includes(action)}
            onChange={() => onChange({ ...reach, actions: toggled(reach.actions, action) })}
          />
        ))}
      </Group>
      <Group title={t("businessesTitle")} help={t("businessesHelp")}>
        {list("business_ids", choices.businesses)}
      </Group>
      {choices.locations.length > 0 && (
        <Group title={t("locationsTitle")} help={t("locationsHelp")}>
          {list("location_ids", choices.locations, ofBusiness)}
        </Group>
      )}
      <Group title={t("staffTitle")} help={t("staffHelp")}>
        {list("staff_ids", choices.staff, (row) =>
          isCovered(row, reach) ? t("covered", { business: businessName(row.business_id) }) : ofBusiness(row),
        )}
      </Group>
      <Group title={t("customersTitle")} help={t("customersHelp")}>
        {list("customer_business_ids", choices.businesses)}
      </Group>
    </>
  );
}

function Group({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <p className={styles.help}>{help}</p>
      <div className={styles.choices}>{children}</div>
    </fieldset>
  );
}
