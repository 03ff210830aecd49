// What somebody wants where, beside the letter and the list: on which devices, as a text, and which kinds.
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import type { AreaName } from "@/features/session/rules";
import { Texts } from "@/lib/i18n/Texts";
import { loadChoices } from "../loaders";
import { readerIn } from "../rules";
import { ChoicesForm } from "./ChoicesForm";
import styles from "./choices.module.css";
import { Devices } from "./Devices";
import { OwnPhone } from "./OwnPhone";
import { PhoneLine } from "./PhoneLine";

export async function ChoicesPage({ area }: { area: AreaName }) {
  const me = await requireArea(area);
  const [t, choices] = await Promise.all([getTranslations("messages"), loadChoices()]);
  return (
    <Texts of={["messages"]}>
      <PageTitle
        title={t("choicesTitle")}
        lead={t("choicesLead", { email: me.email })}
        actions={<ButtonLink href={`/${area}/messages/`}>{t("toMessages")}</ButtonLink>}
      />
      <section className={styles.section} aria-labelledby="devices">
        <h2 id="devices">{t("devicesTitle")}</h2>
        <Devices user={me.user_id ?? ""} first={choices.devices} pushKey={choices.push_key} />
      </section>
      {choices.has_texts && (
        <section className={styles.section} aria-labelledby="texts">
          <h2 id="texts">{t("textsTitle")}</h2>
          {area === "cus" ? (
            <PhoneLine phone={choices.phone} canText={choices.can_text} />
          ) : (
            <OwnPhone first={choices.phone} />
          )}
        </section>
      )}
      <section className={styles.section} aria-labelledby="kinds">
        <h2 id="kinds">{t("kindsTitle")}</h2>
        <ChoicesForm choices={choices} reader={readerIn(area)} />
      </section>
    </Texts>
  );
}
