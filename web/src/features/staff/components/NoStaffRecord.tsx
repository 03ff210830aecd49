// An account with the role but without a person behind it: said plainly, with the way out.
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";

export function NoStaffRecord() {
  const t = useTranslations("areas");
  return (
    <>
      <PageTitle title={t("st")} />
      <EmptyState icon="person" heading="h2" title={t("staff.noRecord")}>
        {t("staff.noRecordText")}
      </EmptyState>
    </>
  );
}
