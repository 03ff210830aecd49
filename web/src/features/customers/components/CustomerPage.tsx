// One customer's record, for administrators and for managers.
import { getTranslations } from "next-intl/server";
import { loadPoints } from "@/features/points/loaders";
import { routing } from "@/lib/i18n/routing";
import { Texts } from "@/lib/i18n/Texts";
import { loadCustomer, loadTags } from "../loaders";
import type { Area } from "../rules";
import { CustomerRecord } from "./CustomerRecord";

export async function CustomerPage({ id, area }: { id: string; area: Area }) {
  const [record, tags, t] = await Promise.all([loadCustomer(id), loadTags(), getTranslations("customers")]);
  const points = await loadPoints(id);
  return (
    <Texts of={["customers", "addressSearch", "list", "orderList", "fields", "questions", "points"]}>
      <title>{t("title")}</title>
      <CustomerRecord
        key={record.id}
        first={record}
        points={points}
        tags={tags}
        area={area}
        languages={[...routing.locales]}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </Texts>
  );
}
