"use client";
// A whole service on one page. Nothing is saved before "Save", and nothing typed is lost when it is refused.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useRouter } from "@/lib/i18n/navigation";
import { archiveService, saveService } from "../../api";
import {
  bodyOf,
  type Choices,
  type Draft,
  draftOf,
  type EditedService,
  emptyDraft,
  newQuestion,
} from "../../editing";
import styles from "./edit.module.css";
import { QuestionList } from "./QuestionList";
import { ServiceTimePrice, ServiceWords } from "./ServiceBasics";
import { ServiceExtras } from "./ServiceExtras";
import { ServicePeople } from "./ServicePeople";
import { ServiceRules } from "./ServiceRules";
import { useSaving } from "./useSaving";

type Props = { service: EditedService | null; choices: Choices };

export function ServiceEditor({ service, choices }: Props) {
  const t = useTranslations("catalogue");
  const toast = useToast();
  const router = useRouter();
  const [saved, setSaved] = useState(service);
  const [draft, setDraft] = useState<Draft>(() =>
    service ? draftOf(service) : emptyDraft(choices.businesses[0]),
  );
  const { save, errors, summary, problem, attempt, busy } = useSaving();
  const business = choices.businesses.find(({ id }) => id === draft.businessId);
  const currency = saved?.currency ?? business?.currency ?? "GBP";
  const change = (changed: Partial<Draft>) => setDraft((now) => ({ ...now, ...changed }));
  const isStale = problem?.status === 412;

  async function send(event: FormEvent) {
    event.preventDefault();
    const { body, faults } = bodyOf(draft, currency);
    const found = await save(faults, () => saveService(saved, body));
    if (!found) return;
    toast(t("saved", { name: found.name.en ?? "" }));
    setSaved(found);
    setDraft(draftOf(found));
    if (saved) router.refresh();
    else router.replace(`/ad/catalogue/services/${found.id}/`);
  }

  async function archive(archived: boolean) {
    if (!saved) return;
    const found = await save({}, () => archiveService(saved.id, archived));
    if (!found) return;
    setSaved({ ...found });
    toast(t(archived ? "putAway" : "broughtBack", { name: found.name.en ?? "" }), {
      ...(archived && { undo: () => void archive(false) }),
    });
    router.refresh();
  }

  const parts = { draft, choices, isNew: !saved, currency, errors, onChange: change };
  return (
    <form method="post" noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={summary} attempt={attempt} />
      {problem && !isStale && <ProblemNotice problem={problem} />}
      {isStale && (
        <Notice tone="warn" role="alert" title={t("staleTitle")}>
          <p>{t("staleText")}</p>
          <Button onClick={() => window.location.reload()}>{t("staleShow")}</Button>
        </Notice>
      )}
      {saved?.archived_at && <Notice tone="note" title={t("archivedNotice")} />}
      <ServiceWords {...parts} />
      <ServiceTimePrice {...parts} />
      <ServicePeople
        draft={draft}
        staff={choices.staff}
        currency={currency}
        errors={errors}
        onChange={(people) => change({ people })}
      />
      <QuestionList
        title={t("questionsTitle")}
        text={t("questionsText")}
        create={newQuestion}
        questions={draft.questions}
        errors={errors}
        onChange={(questions) => change({ questions })}
        lengths
      />
      <ServiceExtras service={saved} />
      <ServiceRules draft={draft} business={business} errors={errors} onChange={change} />
      <div className={styles.save}>
        <Button type="submit" kind="main" busy={busy}>
          {t("saveService")}
        </Button>
        {saved && (
          <Button kind="quiet" onClick={() => void archive(!saved.archived_at)}>
            {t(saved.archived_at ? "bringBack" : "archive")}
          </Button>
        )}
      </div>
    </form>
  );
}
