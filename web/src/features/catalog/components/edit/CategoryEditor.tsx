"use client";
// A category: its words and its picture.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { archiveCategory, saveCategory } from "../../api";
import type { BusinessChoice, EditedCategory } from "../../editing";
import { BusinessField } from "./BusinessField";
import { LanguageText } from "./LanguageText";
import { PictureField } from "./PictureField";
import { SmallEditor } from "./SmallEditor";
import { useFinish } from "./useFinish";
import { useSaving } from "./useSaving";

type Props = { category: EditedCategory | null; businesses: BusinessChoice[] };
const LIST = "/ad/catalogue/categories/";

export function CategoryEditor({ category, businesses }: Props) {
  const t = useTranslations("catalogue");
  const saving = useSaving();
  const finish = useFinish();
  const [business, setBusiness] = useState(category?.business_id ?? businesses[0]?.id ?? "");
  const [name, setName] = useState(category?.name ?? {});
  const [description, setDescription] = useState(category?.description ?? {});
  const [picture, setPicture] = useState(category?.picture_url ?? "");

  return (
    <SmallEditor
      saving={saving}
      archived={category ? Boolean(category.archived_at) : null}
      onSave={() =>
        void saving
          .save({}, () =>
            saveCategory(category, { business_id: business, name, description, picture_url: picture }),
          )
          .then((found) => finish(found, "saved", LIST))
      }
      onArchive={(archived) =>
        category &&
        void saving
          .save({}, () => archiveCategory(category.id, archived))
          .then((found) => finish(found, archived ? "putAway" : "broughtBack", LIST))
      }
    >
      {!category && (
        <BusinessField
          businesses={businesses}
          value={business}
          error={saving.errors.business_id}
          onChange={setBusiness}
        />
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
