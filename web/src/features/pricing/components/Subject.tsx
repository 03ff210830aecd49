"use client";
// Whose a price rule or a coupon is, and for which of its services and categories.
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/Field";
import type { Choices, ServiceRow } from "@/features/catalog/editing";
import { ForWhat } from "./ForWhat";

export type Subject = { businessId: string; serviceIds: string[]; categoryIds: string[] };

type BusinessProps = {
  businesses: Choices["businesses"];
  value: string;
  error: string | undefined;
  onChange: (subject: Subject) => void;
};

/** Only for a new one, and where there are several: it never changes. */
export function BusinessSelect({ businesses, value, error, onChange }: BusinessProps) {
  const tc = useTranslations("catalogue");
  if (businesses.length < 2) return null;
  return (
    <SelectField
      name="business_id"
      label={tc("business")}
      value={value}
      error={error}
      onChange={({ currentTarget }) =>
        onChange({ businessId: currentTarget.value, serviceIds: [], categoryIds: [] })
      }
    >
      {businesses.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The services and categories of a business that can be chosen. */
export function offeredBy(businessId: string, choices: Choices, services: ServiceRow[]) {
  const slug = choices.businesses.find(({ id }) => id === businessId)?.slug;
  return {
    services: services.filter(({ business }) => business === slug),
    categories: choices.categories.filter(
      ({ business_id, archived }) => business_id === businessId && !archived,
    ),
  };
}

type ForProps = {
  subject: Subject;
  offered: ReturnType<typeof offeredBy>;
  errors: Record<string, string>;
  onChange: (chosen: Pick<Subject, "serviceIds" | "categoryIds">) => void;
};

export function SubjectFor({ subject, offered, errors, onChange }: ForProps) {
  const t = useTranslations("pricing");
  const isService = (id: string) => offered.services.some((row) => row.id === id);
  return (
    <ForWhat
      legend={t("for.title")}
      text={t("for.text")}
      at="service_ids"
      {...offered}
      chosen={[...subject.serviceIds, ...subject.categoryIds]}
      errors={errors}
      onChange={(chosen) =>
        onChange({ serviceIds: chosen.filter(isService), categoryIds: chosen.filter((id) => !isService(id)) })
      }
    />
  );
}
