"use client";
// One group of settings: each with its words, unit, standard value and the way back to it.
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { useRouter } from "@/lib/i18n/navigation";
import { fetchGroup, saveGroup } from "../api";
import {
  bodyOf,
  bookableNever,
  bySubject,
  type Draft,
  draftOf,
  type Group,
  placeOf,
  same,
  typedOf,
} from "../rules";
import { EditorFrame } from "./EditorFrame";
import { MeanwhileNotice } from "./MeanwhileNotice";
import { SettingInput } from "./SettingInput";
import styles from "./settings.module.css";
import { useSaved } from "./useSaved";
import { useSettingWords } from "./useSettingWords";

type Props = { slug: string; first: Group; draft: Draft; onChange: (draft: Draft) => void };

export function GroupEditor({ slug, first, draft, onChange }: Props) {
  const t = useTranslations("settings");
  const { group, fields } = first;
  const words = useSettingWords(group);
  const toast = useToast();
  const router = useRouter();
  const version = ({ values, revision }: Pick<Group, "values" | "revision">) => ({
    form: draftOf({ fields, values }),
    revision,
  });
  const saving = useSaved({
    first: version(first),
    form: draft,
    onChange,
    fetch: async () => version(await fetchGroup(slug, group)),
  });
  const subjects = bySubject(first);
  const { values, faults } = bodyOf(fields, draft);
  const title = t(`part.${group}` as "part.booking");

  async function save() {
    const wrong = Object.entries(faults);
    if (wrong.length > 0) {
      saving.refuse(
        Object.fromEntries(wrong.map(([name, { key, ...bounds }]) => [name, t(`fault.${key}`, bounds)])),
      );
      return;
    }
    const done = await saving.save(async (revision) =>
      version(await saveGroup(slug, group, values, revision)),
    );
    if (!done) return;
    toast(t("saved", { name: title }));
    router.refresh();
  }

  return (
    <section id={group} className={styles.part}>
      <EditorFrame
        id={`${group}-title`}
        title={title}
        text={t(`partText.${group}` as "partText.booking")}
        {...saving}
        summary={saving.summary.map((each) => ({ ...each, name: placeOf(group, each.name) }))}
        wide
        isChanged={!same(draft, saving.saved)}
        notice={
          saving.meanwhile && (
            <MeanwhileNotice
              meanwhile={saving.meanwhile}
              mine={draft}
              label={(name) => words.label(fields.find((field) => field.name === name) ?? { name })}
              tell={(name, typed) => {
                const field = fields.find((each) => each.name === name);
                return field ? words.tell(field, typed) : "";
              }}
              onTake={(name, typed) => onChange({ ...draft, [name]: typed })}
            />
          )
        }
        save={t("saveGroup", { part: title })}
        onSave={() => void save()}
        onUndo={() => onChange(saving.saved)}
      >
        {bookableNever(values) && <Notice tone="warn" title={t("never")} />}
        {subjects.map((subject) => (
          <div key={subject.key} className={styles.subject}>
            {subjects.length > 1 && <h3>{t(`subject.${subject.key}` as "subject.when")}</h3>}
            {subject.fields.map((field) => (
              <SettingInput
                key={field.name}
                group={group}
                field={field}
                typed={draft[field.name] ?? ""}
                errors={saving.errors}
                onChange={(typed) => onChange({ ...draft, [field.name]: typed })}
                onReset={() => onChange({ ...draft, [field.name]: typedOf(field, field.default) })}
              />
            ))}
          </div>
        ))}
      </EditorFrame>
    </section>
  );
}
