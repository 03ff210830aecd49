"use client";
// What one manager may see and do: begun from a template or from nothing, looked at in counts, saved.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useGuarded } from "@/features/proof/useGuarded";
import { type Problem, problemOf } from "@/lib/api/problem";
import { fetchScope, saveScope } from "../api";
import { type Choices, isSame, type ManagerScope, reachOf, type Template } from "../rules";
import styles from "./access.module.css";
import { KeepTemplate } from "./KeepTemplate";
import { ReachFields } from "./ReachFields";
import { SeenCounts } from "./SeenCounts";

type Props = { scope: ManagerScope; choices: Choices; templates: Template[] };

export function ScopeEditor({ scope, choices, templates: first }: Props) {
  const t = useTranslations("access");
  const toast = useToast();
  const [saved, setSaved] = useState(scope);
  const [reach, setReach] = useState(reachOf(scope));
  const [templates, setTemplates] = useState(first);
  const { busy, run, notice } = useGuarded(refused);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What somebody else saved meanwhile; what is chosen here stays until the reader says which one counts. */
  const [theirs, setTheirs] = useState<ManagerScope | null>(null);
  const changed = !isSame(reach, reachOf(saved));

  function take(found: ManagerScope) {
    setSaved(found);
    setReach(reachOf(found));
    setTheirs(null);
  }

  const save = (revision: number) =>
    run(async () => {
      setProblem(null);
      take(await saveScope(scope.user_id, reach, revision));
      toast(t("saved", { name: scope.name }));
    });

  async function refused(found: Problem) {
    if (found.status !== 409 && found.status !== 412) return setProblem(found);
    try {
      setTheirs(await fetchScope(scope.user_id));
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  return (
    <div className={styles.editor}>
      <form
        method="post"
        noValidate
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save(saved.revision);
        }}
      >
        {problem && <ProblemNotice problem={problem} />}
        {theirs && (
          <Notice tone="warn" title={t("conflictTitle")} role="alert">
            <p>{t("conflictText")}</p>
            <Button onClick={() => take(theirs)}>{t("conflictTheirs")}</Button>{" "}
            <Button busy={busy} onClick={() => void save(theirs.revision)}>
              {t("conflictMine")}
            </Button>
          </Notice>
        )}
        {templates.length > 0 && (
          <SelectField
            name="template"
            label={t("begin")}
            help={t("beginHelp")}
            optional
            value=""
            onChange={({ currentTarget }) => {
              const found = templates.find(({ id }) => id === currentTarget.value);
              if (!found) return;
              setReach(reachOf(found));
              toast(t("applied", { name: found.name }), { undo: () => setReach(reach) });
            }}
          >
            <option value="">{t("beginChoose")}</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <ReachFields reach={reach} choices={choices} onChange={setReach} />
        {changed && <p role="status">{t("unsaved")}</p>}
        <Button type="submit" kind="main" busy={busy}>
          {t("save")}
        </Button>
      </form>
      {notice}
      <SeenCounts name={scope.name} reach={reach} />
      <KeepTemplate reach={reach} onKept={(template) => setTemplates([...templates, template])} />
    </div>
  );
}
