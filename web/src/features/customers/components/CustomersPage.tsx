// The customers one looks after, for administrators and for managers.
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { Texts } from "@/lib/i18n/Texts";
import { customersFile, loadCustomers, loadTags } from "../loaders";
import { type Area, CUSTOMER_FILTERS } from "../rules";
import { CustomerList } from "./CustomerList";

type Props = { area: Area; params: Record<string, string | string[] | undefined> };

export async function CustomersPage({ area, params }: Props) {
  const state = readList(params, CUSTOMER_FILTERS);
  const [t, locale, page, tags] = await Promise.all([
    getTranslations("customers"),
    getLocale(),
    loadCustomers(state),
    loadTags(),
  ]);
  const path = `/${area}/customers/`;
  return (
    <Texts of={["list", "customers"]}>
      <PageTitle
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink kind="main" href={`${path}new/`}>
            {t("new")}
          </ButtonLink>
        }
      />
      <CustomerList
        key={JSON.stringify(state)}
        first={page}
        state={state}
        tags={tags}
        path={path}
        file={customersFile(state, locale)}
      />
    </Texts>
  );
}
