// Looking for a mentor: a plain form, whose answer is a page of its own address. It needs no script.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { Icon } from "@/components/ui/Icon";
import { capitalised, languageName } from "@/lib/i18n/languages";
import { getPathname } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { filterCount, orders, type Profiles, priceSteps, type Search, soon } from "../rules";
import styles from "./mentors.module.css";

type Props = { search: Search; choices: Pick<Profiles, "expertise" | "languages" | "prices"> };

export function SearchForm({ search, choices }: Props) {
  const t = useTranslations("mentors.search");
  const locale = useLocale();
  const set = filterCount(search);
  const languages = choices.languages
    .map(({ code }) => ({ code, name: capitalised(languageName(code, locale), locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <search>
      <form
        // Another search is another form: what was typed before must not stay in its fields.
        key={JSON.stringify(search)}
        method="get"
        action={getPathname({ href: "/mentors/", locale })}
        className={styles.form}
      >
        <div className={styles.ask}>
          <TextField
            name="text"
            type="search"
            label={t("text")}
            help={t("textHelp")}
            defaultValue={search.text}
            enterKeyHint="search"
            maxLength={200}
            required={false}
          />
          <Button type="submit" kind="main">
            <Icon name="search" size={20} />
            {t("show")}
          </Button>
        </div>
        <details className={styles.filters} open={set > 0 || search.order !== undefined}>
          <summary>{set > 0 ? t("filtersSet", { count: set }) : t("filters")}</summary>
          <div className={styles.choices}>
            <SelectField
              name="expertise"
              label={t("expertise")}
              defaultValue={search.expertise ?? ""}
              required={false}
            >
              <option value="">{t("any")}</option>
              {choices.expertise.map(({ slug, name, count }) => (
                <option key={slug} value={slug}>
                  {`${name} (${count})`}
                </option>
              ))}
            </SelectField>
            <SelectField
              name="language"
              label={t("language")}
              defaultValue={search.language ?? ""}
              required={false}
            >
              <option value="">{t("any")}</option>
              {languages.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField name="price" label={t("price")} defaultValue={search.price ?? ""} required={false}>
              <option value="">{t("any")}</option>
              {choices.prices.flatMap(({ currency, lowest_amount, highest_amount }) =>
                priceSteps(lowest_amount, highest_amount).map((amount) => (
                  <option key={`${currency}-${amount}`} value={`${currency}-${amount}`}>
                    {t("upTo", { price: formatMoney({ amount, currency }, locale) })}
                  </option>
                )),
              )}
            </SelectField>
            <SelectField
              name="within"
              label={t("within")}
              defaultValue={search.within ?? ""}
              required={false}
            >
              <option value="">{t("anyTime")}</option>
              {soon.map((days) => (
                <option key={days} value={days}>
                  {t("days", { days })}
                </option>
              ))}
            </SelectField>
            <SelectField
              name="order"
              label={t("order")}
              defaultValue={search.order ?? "recommended"}
              required={false}
            >
              {orders.map((order) => (
                <option key={order} value={order}>
                  {t(`orders.${order}`)}
                </option>
              ))}
            </SelectField>
          </div>
        </details>
      </form>
    </search>
  );
}
