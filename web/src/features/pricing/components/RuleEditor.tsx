"use client";
// A price rule: its words, what it is for, what it does and when it holds.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/Field";
import { LanguageText } from "@/features/catalog/components/edit/LanguageText";
import { SmallEditor } from "@/features/catalog/components/edit/SmallEditor";
import type { Choices, ServiceRow } from "@/features/catalog/editing";
import type { Service } from "@/features/catalog/rules";
import { archiveRule, saveRule } from "../api";
import { bodyOfRule, draftOfRule, emptyRule, type PriceRule, type RuleDraft } from "../rules";
import { RuleConditions } from "./RuleConditions";
import { RuleEffect } from "./RuleEffect";
import { BusinessSelect, offeredBy, SubjectFor } from "./Subject";
import { usePriceEditor } from "./usePriceEditor";

type Props = {
  rule: PriceRule | null;
  choices: Choices;
  services: ServiceRow[];
  /** With their questions in the reader's language. */
  asking: Service[];
};

export function RuleEditor({ rule, choices, services, asking }: Props) {
  const t = useTranslations("pricing");
  const tc = useTranslations("catalogue");
  const locale = useLocale();
  const { businesses } = choices;
  const { saving, save, archive } = usePriceEditor(rule, {
    home: "/ad/pricing/",
    nameOf: ({ name }) => name[locale] ?? name.en ?? "",
    archive: archiveRule,
  });
  const [draft, setDraft] = useState(() => (rule ? draftOfRule(rule) : emptyRule(businesses[0]?.id ?? "")));
  const set = (change: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...change }));
  const business = businesses.find(({ id }) => id === draft.businessId);
  const currency = business?.currency ?? rule?.currency ?? "GBP";
  const [only] = draft.serviceIds.length === 1 && draft.categoryIds.length === 0 ? draft.serviceIds : [];
  const questions = asking.find(({ id }) => id === only)?.questions ?? [];

  function send() {
    const { body, faults } = bodyOfRule(draft, currency);
    save(faults, () => saveRule(rule, body));
  }
  const { errors } = saving;
  return (
    <SmallEditor
      saving={saving}
      archived={rule ? Boolean(rule.archived_at) : null}
      archivedText={t("archivedRule")}
      onSave={send}
      onArchive={archive}
    >
      {!rule && (
        <BusinessSelect
          businesses={businesses}
          value={draft.businessId}
          error={errors.business_id}
          onChange={set}
        />
      )}
      <LanguageText
        name="name"
        label={tc("name")}
        help={t("nameHelp")}
        value={draft.name}
        errors={errors}
        onChange={(name) => set({ name })}
      />
      <SubjectFor
        subject={draft}
        offered={offeredBy(draft.businessId, choices, services)}
        errors={errors}
        onChange={set}
      />
      <RuleEffect draft={draft} currency={currency} questions={questions} errors={errors} set={set} />
      <RuleConditions draft={draft} questions={questions} errors={errors} set={set} />
      <TextField
        name="position"
        label={t("position")}
        help={t("positionHelp")}
        inputMode="numeric"
        size={4}
        value={draft.position}
        error={errors.position}
        onChange={({ currentTarget }) => set({ position: currentTarget.value })}
      />
    </SmallEditor>
  );
}
