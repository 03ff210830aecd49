"use client";
// How a business shows itself, with the preview beside the form.
import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { capitalised, languageName } from "@/lib/i18n/languages";
import { useRouter } from "@/lib/i18n/navigation";
import { locales } from "@/lib/i18n/routing";
import { fetchBrand, saveBrand } from "../api";
import { type Brand, type BrandForm, brandForm, same } from "../rules";
import { ColourField } from "./ColourField";
import { EditorFrame } from "./EditorFrame";
import { LanguageWords } from "./LanguageWords";
import { LogoField } from "./LogoField";
import { MeanwhileNotice } from "./MeanwhileNotice";
import { Preview, type PreviewOf } from "./Preview";
import styles from "./settings.module.css";
import { useSaved } from "./useSaved";

type Props = {
  saved: Brand;
  form: BrandForm;
  onChange: (form: BrandForm) => void;
  preview: PreviewOf;
};

const version = (brand: Brand) => ({ form: brandForm(brand), revision: brand.revision });

export function BrandEditor({ saved, form, onChange, preview }: Props) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const { slug } = saved;
  const saving = useSaved({
    first: version(saved),
    form,
    onChange,
    fetch: async () => version(await fetchBrand(slug)),
  });
  const { errors } = saving;
  const set = (change: Partial<BrandForm>) => onChange({ ...form, ...change });

  async function save() {
    const done = await saving.save(async (revision) => version(await saveBrand(slug, form, revision)));
    if (!done) return;
    toast(t("saved", { name: form.name }));
    router.refresh();
  }

  const tell = (value: BrandForm[keyof BrandForm]): string =>
    typeof value === "string" ? value : Object.values(value).filter(Boolean).join(" · ");

  return (
    <section id="brand" className={styles.part}>
      <div className={styles.brand}>
        <EditorFrame
          id="brand-title"
          title={t("part.brand")}
          text={t("brandText")}
          {...saving}
          isChanged={!same(form, saving.saved)}
          notice={
            saving.meanwhile && (
              <MeanwhileNotice
                meanwhile={saving.meanwhile}
                mine={form}
                label={(name) => t(`brand.${name}`)}
                tell={(_, value) => tell(value)}
                onTake={(name, value) => set({ [name]: value })}
              />
            )
          }
          save={t("saveBrand")}
          onSave={() => void save()}
          onUndo={() => onChange(saving.saved)}
        >
          <TextField
            name="name"
            label={t("brand.name")}
            maxLength={120}
            autoComplete="off"
            value={form.name}
            error={errors.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <LanguageWords
            name="tagline"
            label={t("brand.tagline")}
            help={t("help.tagline")}
            maxLength={160}
            value={form.tagline}
            errors={errors}
            onChange={(tagline) => set({ tagline })}
          />
          <LanguageWords
            name="staff_word"
            label={t("brand.staff_word")}
            help={t("help.staff_word")}
            maxLength={40}
            value={form.staff_word}
            errors={errors}
            onChange={(staff_word) => set({ staff_word })}
          />
          <ColourField value={form.accent} error={errors.accent} onChange={(accent) => set({ accent })} />
          <p className={styles.toPreview}>
            <a href="#preview-title">{t("preview.title")}</a>
          </p>
          <LogoField
            value={form.logo_url}
            error={errors.logo_url}
            onChange={(logo_url) => set({ logo_url })}
          />
          <TextField
            type="tel"
            name="phone"
            label={t("brand.phone")}
            help={t("help.phone")}
            optional
            maxLength={32}
            autoComplete="off"
            value={form.phone}
            error={errors.phone}
            onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
          />
          <TextField
            type="email"
            name="email"
            label={t("brand.email")}
            help={t("help.email")}
            optional
            maxLength={254}
            autoComplete="off"
            value={form.email}
            error={errors.email}
            onChange={({ currentTarget }) => set({ email: currentTarget.value })}
          />
          <fieldset className={styles.choices} id="languages" tabIndex={-1}>
            <legend>{t("brand.languages")}</legend>
            <p className={styles.quiet}>{t("help.languages")}</p>
            {errors.languages && <p className={styles.wrong}>{errors.languages}</p>}
            {locales.map((code) => (
              <CheckboxField
                key={code}
                name={`languages-${code}`}
                label={capitalised(languageName(code, locale), locale)}
                checked={form.languages.includes(code)}
                onChange={({ currentTarget }) =>
                  set({
                    languages: locales.filter((each) =>
                      each === code ? currentTarget.checked : form.languages.includes(each),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
          <dl className={styles.fixed}>
            {(["currency", "zone", "order_prefix"] as const).map((name) => (
              <div key={name}>
                <dt>{t(`fixed.${name}`)}</dt>
                <dd>{saved[name]}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.quiet}>{t("fixed.text")}</p>
        </EditorFrame>
        <Preview of={preview} brand={form} saved={saving.saved} />
      </div>
    </section>
  );
}
