"use client";
// A category: its words and its picture.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { useToast } from "@/components/ui/Toast";
import { useRouter } from "@/lib/i18n/navigation";
import { archiveCategory, saveCategory } from "../../api";
import type { BusinessChoice, EditedCategory } from "../../editing";
import { LanguageText } from "./LanguageText";
import { PictureField } from "./PictureField";
import { SmallEditor } from "./SmallEditor";
import { useSaving } from "./useSaving";

type Props = { category: EditedCategory | null; businesses: BusinessChoice[] };
const LIST = "/ad/catalogue/categories/";

export function CategoryEditor({ category, businesses }: Props) {
  const t = useTranslations("catalogue");
  const toast = useToast();
  const router = useRouter();
  const saving = useSaving();
  const [business, setBusiness] = useState(category?.business_id ?? businesses[0]?.id ?? "");
  const [name, setName] = useState(category?.name ?? {});
  const [description, setDescription] = useState(category?.description ?? {});
  const [picture, setPicture] = useState(category?.picture_url ?? "");

  async function finish(found: EditedCategory | null, words: "saved" | "putAway" | "broughtBack") {
    if (!found) return;
    toast(t(words, { name: found.name.en ?? "" }));
    router.push(LIST);
    router.refresh();
  }

  return (
    <SmallEditor
      saving={saving}
      archived={category ? Boolean(category.archived_at) : null}
      onSave={() =>
        void saving
          .save({}, () =>
            saveCategory(category, { business_id: business, name, description, picture_url: picture }),
          )
          .then((found) => finish(found, "saved"))
      }
      onArchive={(archived) =>
        category &&
        void saving
          .save({}, () => archiveCategory(category.id, archived))
          .then((found) => finish(found, archived ? "putAway" : "broughtBack"))
      }
    >
      {!category && businesses.length > 1 && (
        <SelectField
          name="business_id"
          label={t("business")}
          value={business}
          error={saving.errors.business_id}
          onChange={({ currentTarget }) => setBusiness(currentTarget.value)}
        >
          {businesses.map(({ id, name: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </SelectField>
      )}
      <LanguageText name="name" label={t("name")} value={name} errors={saving.errors} onChange={setName} />
      <LanguageText
        name="description"
        label={t("description")}
        lines
        optional
        maxLength={4000}
        value={description}
        errors={saving.errors}
        onChange={setDescription}
      />
      <PictureField value={picture} error={saving.errors.picture_url} onChange={setPicture} />
    </SmallEditor>
  );
}
