"use client";
// A category: its words and its picture.
import { useState } from "react";
import { archiveCategory, saveCategory } from "../../api";
import type { BusinessChoice, EditedCategory } from "../../editing";
import { BusinessField } from "./BusinessField";
import { PictureField } from "./PictureField";
import { SmallEditor } from "./SmallEditor";
import { useFinish } from "./useFinish";
import { useSaving } from "./useSaving";
import { Words, wordsOf } from "./Words";

type Props = { category: EditedCategory | null; businesses: BusinessChoice[] };
const LIST = "/ad/catalogue/categories/";

export function CategoryEditor({ category, businesses }: Props) {
  const saving = useSaving();
  const finish = useFinish();
  const [business, setBusiness] = useState(category?.business_id ?? businesses[0]?.id ?? "");
  const [words, setWords] = useState(() => wordsOf(category));
  const [picture, setPicture] = useState(category?.picture_url ?? "");

  return (
    <SmallEditor
      saving={saving}
      archived={category ? Boolean(category.archived_at) : null}
      onSave={() =>
        void saving
          .save({}, () => saveCategory(category, { business_id: business, ...words, picture_url: picture }))
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
      <Words words={words} errors={saving.errors} onChange={setWords} />
      <PictureField value={picture} error={saving.errors.picture_url} onChange={setPicture} />
    </SmallEditor>
  );
}
