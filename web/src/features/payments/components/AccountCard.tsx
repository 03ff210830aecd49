"use client";
// Our keys at one company in one mode: set, switched on and off. Secret keys are never shown again.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useGuarded } from "@/features/proof/useGuarded";
import type { Problem } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { useRouter } from "@/lib/i18n/navigation";
import { setAccount } from "../api";
import { type Account, type Checklist, companyNamed, methodNamed } from "../rules";
import { GoingLive } from "./GoingLive";
import styles from "./payments.module.css";

type Props = { account: Account; checklist: Checklist | undefined };

export function AccountCard({ account, checklist }: Props) {
  const t = useTranslations("paymentsTeam");
  const tp = useTranslations("payments");
  const router = useRouter();
  const toast = useToast();
  const { provider, mode } = account;
  const name = companyNamed(provider);
  const [keys, setKeys] = useState<Record<string, string>>({});
  const [isOn, setOn] = useState(account.is_on);
  const [inPage, setInPage] = useState(account.takes_in_page);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, run, notice } = useGuarded(setProblem);
  const words = useFieldWords()(problem);
  const id = `${provider}-${mode}`;

  function save() {
    setProblem(null);
    void run(async () => {
      await setAccount(provider, mode, { is_on: isOn, takes_in_page: inPage, keys });
      setKeys({});
      toast(t("saved", { company: name }));
      router.refresh();
    });
  }

  return (
    <section className={styles.account} aria-labelledby={id}>
      <h2 id={id}>{t(`company.${mode === "live" ? "live" : "test"}`, { company: name })}</h2>
      <p className={styles.before}>
        {t("takes", { method: tp(`method.${methodNamed(account.method)}`, { method: account.method }) })}{" "}
        {account.api_url && t("standIn")} {account.known_as && t("knownAs", { name: account.known_as })}
      </p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {problem && Object.keys(problem.fields).length === 0 && <ProblemNotice problem={problem} />}
        {account.keys.map((key) => (
          <TextField
            key={key.name}
            name={`${id}-${key.name}`}
            label={t(`key.${keyNamed(key.name)}`, { name: key.name })}
            help={key.is_set ? t("isSet") : undefined}
            error={words[`keys.${key.name}`]}
            autoComplete="off"
            spellCheck={false}
            type={key.is_secret ? "password" : "text"}
            value={keys[key.name] ?? key.value}
            onChange={(event) => setKeys({ ...keys, [key.name]: event.target.value })}
          />
        ))}
        {account.can_take_in_page && (
          <SelectField
            name={`${id}-where`}
            label={t("where")}
            help={t("whereHelp")}
            value={inPage ? "in_page" : "at_company"}
            onChange={(event) => setInPage(event.target.value === "in_page")}
          >
            <option value="at_company">{t("atCompany", { company: name })}</option>
            <option value="in_page">{t("inPage")}</option>
          </SelectField>
        )}
        <p className={styles.note}>
          {account.webhook_url ? (
            <>
              {t("webhook")} <code>{account.webhook_url}</code>
            </>
          ) : (
            t("webhookByItself")
          )}
        </p>
        <CheckboxField
          name={`${id}-on`}
          label={t("isOn")}
          checked={isOn}
          onChange={(event) => setOn(event.target.checked)}
        />
        {account.kept_count > 0 && (
          <p className={styles.note}>{t("keptHere", { count: account.kept_count, company: name })}</p>
        )}
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {t("save")}
          </Button>
        </div>
      </form>
      {notice}
      {account.missing_events && account.missing_events.length > 0 && (
        <details>
          <summary>{t("missingEvents", { count: account.missing_events.length, company: name })}</summary>
          <p className={styles.note}>{t("missingEventsText")}</p>
          <ul className={styles.paid}>
            {account.missing_events.map((kind) => (
              <li key={kind}>
                <code>{kind}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {checklist && <GoingLive checklist={checklist} />}
    </section>
  );
}

const KEYS = [
  "secret_key",
  "publishable_key",
  "api_key",
  "webhook_secret",
  "client_id",
  "client_secret",
  "webhook_id",
  "access_token",
  "environment",
] as const;

function keyNamed(name: string): (typeof KEYS)[number] | "other" {
  return KEYS.find((each) => each === name) ?? "other";
}
