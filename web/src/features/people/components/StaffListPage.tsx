// The list of those one looks after, for administrators and for managers.
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { Texts } from "@/lib/i18n/Texts";
import { loadRecords, recordsFile } from "../loaders";
import { STAFF_FILTERS } from "../rules";
import { StaffTable } from "./StaffTable";

type Props = { area: "ad" | "man"; params: Record<string, string | string[] | undefined>; adds: boolean };

export async function StaffListPage({ area, params, adds }: Props) {
  const state = readList(params, STAFF_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("staffRecords"),
    loadRecords(state),
    loadBusinesses(locale),
  ]);
  const path = `/${area}/staff/`;
  return (
    <Texts of={["list", "staffRecords"]}>
      <PageTitle
        title={t("title")}
        lead={t("lead")}
        actions={
          adds && (
            <ButtonLink kind="main" href={`${path}new/`}>
              {t("add")}
            </ButtonLink>
          )
        }
      />
      <StaffTable
        {...found}
        state={state}
        businesses={businesses}
        language={locale}
        path={path}
        file={recordsFile(state, locale)}
      />
    </Texts>
  );
}
