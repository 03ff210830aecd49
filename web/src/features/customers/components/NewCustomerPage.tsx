// The page of a new customer, for administrators and for managers.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { Texts } from "@/lib/i18n/Texts";
import type { Area } from "../rules";
import { NewCustomer } from "./NewCustomer";

export async function NewCustomerPage({ area }: { area: Area }) {
  const t = await getTranslations("customers");
  return (
    <Texts of={["customers"]}>
      <PageTitle
        above={<Link href={`/${area}/customers/`}>{t("title")}</Link>}
        title={t("new")}
        lead={t("newLead")}
      />
      <NewCustomer area={area} languages={[...routing.locales]} zones={Intl.supportedValuesOf("timeZone")} />
    </Texts>
  );
}
