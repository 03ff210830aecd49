"use client";
// How pages and letters will look with what is typed, in light and in dark, before anything is saved.
import { useLocale, useTranslations } from "next-intl";
import { Mark } from "@/components/shell/Mark";
import { Icon } from "@/components/ui/Icon";
import { Logo } from "@/components/ui/Logo";
import { Price } from "@/features/catalog/components/Price";
import { useLength } from "@/features/catalog/components/useLength";
import type { Service } from "@/features/catalog/rules";
import { letterInk, ownBrand, parseHex } from "@/lib/contrast";
import { type BrandForm, bodyOf, type Draft, type Group, inLanguage, refunds } from "../rules";
import styles from "./preview.module.css";

export type PreviewOf = { service: Service | null; booking: Group | null; rules: Draft };
type Props = { of: PreviewOf; brand: BrandForm; saved: BrandForm };

export function Preview({ of, brand, saved }: Props) {
  const t = useTranslations("settings.preview");
  // Half a colour, while it is being typed, shows the one before.
  const accent = parseHex(brand.accent) && brand.accent.trim().length === 7 ? brand.accent : saved.accent;
  return (
    <aside className={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title">{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      {(["light", "dark"] as const).map((scheme) => (
        <figure key={scheme} className={styles.figure}>
          <figcaption>{t(scheme)}</figcaption>
          <div
            role="img"
            aria-label={t("of", { name: brand.name, scheme: t(scheme) })}
            className={styles.page}
            data-scheme={scheme}
            data-testid={`preview-${scheme}`}
            style={ownBrand(accent)}
          >
            <Site of={of} brand={brand} />
            <Letter brand={brand} accent={accent} />
          </div>
        </figure>
      ))}
    </aside>
  );
}

function Site({ of: { service, booking, rules }, brand }: { of: PreviewOf; brand: BrandForm }) {
  const t = useTranslations("settings.preview");
  const locale = useLocale();
  return (
    <>
      <p className={styles.head}>
        <Mark />
        <strong>Almanac</strong>
        <span className={styles.here}>{t("nav")}</span>
      </p>
      <div className={styles.door}>
        <p className={styles.kicker}>
          {brand.logo_url ? <Logo src={brand.logo_url} /> : <Icon name="home" />}
          {brand.name}
        </p>
        <p className={styles.tagline}>{inLanguage(brand.tagline, locale)}</p>
        <p className={styles.buttons}>
          <span className={styles.main}>{t("book")}</span>
          <span className={styles.second}>{t("more")}</span>
        </p>
      </div>
      <ServiceCard service={service} booking={booking} rules={rules} />
    </>
  );
}

function ServiceCard({ service, booking, rules }: PreviewOf) {
  const t = useTranslations("settings.preview");
  const length = useLength();
  const { values } = bodyOf(booking?.fields ?? [], rules);
  const back = refunds(values.cancellation_windows);
  const lead = typeof values.lead_time_minutes === "number" ? values.lead_time_minutes : 0;
  const days = typeof values.horizon_days === "number" ? values.horizon_days : null;
  return (
    <div className={styles.card}>
      <p className={styles.service}>
        <strong>{service?.name ?? t("service")}</strong>
        {service && <Price service={service} />}
      </p>
      {service && <p className={styles.quiet}>{length(service.duration_minutes)}</p>}
      {days !== null && (
        <p>{lead > 0 ? t("notice", { lead: length(lead), days }) : t("noticeNone", { days })}</p>
      )}
      <p>{back ? t("refund", back) : t("refundNone")}</p>
    </div>
  );
}

/** Letters have one look: mail programs do what they like with colours in the dark. */
function Letter({ brand, accent }: { brand: BrandForm; accent: string }) {
  const t = useTranslations("settings.preview");
  return (
    <div className={styles.desk}>
      <div className={styles.letter} data-scheme="light" style={{ borderTopColor: accent }}>
        <p className={styles.quiet}>{brand.name}</p>
        <p className={styles.heading}>{t("letter")}</p>
        <p>
          <span className={styles.main} style={{ background: accent, color: letterInk(accent) }}>
            {t("letterButton")}
          </span>
        </p>
        {(brand.phone || brand.email) && (
          <p className={styles.quiet}>{[brand.phone, brand.email].filter(Boolean).join(" · ")}</p>
        )}
      </div>
    </div>
  );
}
