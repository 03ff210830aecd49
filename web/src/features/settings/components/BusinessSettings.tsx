"use client";
// All that can be set of one business. The brand and the rules of booking meet in the preview, which shows what is typed.
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Service } from "@/features/catalog/rules";
import { Link } from "@/lib/i18n/navigation";
import { type Brand, brandForm, draftOf, type Group, type Place } from "../rules";
import { BrandEditor } from "./BrandEditor";
import { GroupEditor } from "./GroupEditor";
import { Places } from "./Places";
import styles from "./settings.module.css";

type Props = { brand: Brand; groups: Group[]; places: Place[]; service: Service | null };

export function BusinessSettings({ brand, groups, places, service }: Props) {
  const t = useTranslations("settings");
  const [form, setForm] = useState(() => brandForm(brand));
  const booking = groups.find(({ group }) => group === "booking");
  const [rules, setRules] = useState(() => (booking ? draftOf(booking) : {}));
  const parts = ["brand", ...groups.map(({ group }) => group), "places"];
  return (
    <>
      <nav aria-label={t("parts")} className={styles.parts}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`part.${part}` as "part.brand")}</a>
            </li>
          ))}
          <li>
            <Link href={`/ad/settings/${brand.slug}/fields/`}>{t("part.fields")}</Link>
          </li>
        </ul>
      </nav>
      <BrandEditor
        saved={brand}
        form={form}
        onChange={setForm}
        preview={{ service, booking: booking ?? null, rules }}
      />
      {groups.map((group) =>
        group === booking ? (
          <GroupEditor key={group.group} slug={brand.slug} first={group} draft={rules} onChange={setRules} />
        ) : (
          <OwnGroup key={group.group} slug={brand.slug} group={group} />
        ),
      )}
      <Places slug={brand.slug} zone={brand.zone} first={places} />
    </>
  );
}

function OwnGroup({ slug, group }: { slug: string; group: Group }) {
  const [draft, setDraft] = useState(() => draftOf(group));
  return <GroupEditor slug={slug} first={group} draft={draft} onChange={setDraft} />;
}
