"use client";
// Two records of one person: the other one is found, what would move is said, and it can be undone at once or later.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { Ask } from "@/features/appointments/components/Ask";
import { readablePhone } from "@/lib/phone";
import { useTask } from "@/lib/useTask";
import { fetchCustomer, mergeInto, previewMerge, undoMerge } from "../api";
import type { Customer, CustomerRow, MergePreview } from "../rules";
import styles from "./customers.module.css";
import { useSearch } from "./useSearch";

type Props = { record: Customer; path: string; onTaken: (record: Customer) => void };
type Other = { row: CustomerRow; preview: MergePreview };

export function MergeSection({ record, onTaken }: Props) {
  const t = useTranslations("customers");
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<Other | null>(null);
  const { problem, run } = useTask();

  const choose = (row: CustomerRow) =>
    run(async () => setOther({ row, preview: await previewMerge(record.id, row.id) }));

  return (
    <>
      <p className={styles.muted}>{t("mergeText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {other ? (
        <Confirm
          key={other.row.id}
          record={record}
          other={other}
          onTaken={onTaken}
          onClose={() => {
            setOther(null);
            setOpen(false);
          }}
        />
      ) : open ? (
        <Finder ownId={record.id} onChoose={(row) => void choose(row)} onClose={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t("mergeOpen")}</Button>
      )}
    </>
  );
}

type FinderProps = { ownId: string; onChoose: (row: CustomerRow) => void; onClose: () => void };

function Finder({ ownId, onChoose, onClose }: FinderProps) {
  const t = useTranslations("customers");
  const { text, type, page, busy, problem } = useSearch({
    first: { customers: [], next: null },
    tag: "",
    archived: false,
    sort: "",
  });
  const found = text.trim() ? page.customers.filter(({ id }) => id !== ownId) : [];
  return (
    <div className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name="merge-search"
        label={t("mergeFind")}
        help={t("searchHelp")}
        type="search"
        required={false}
        maxLength={120}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <p role="status" className={styles.muted}>
        {text.trim() && !busy && found.length === 0 ? t("noneFound") : ""}
      </p>
      <ul className={styles.list}>
        {found.slice(0, 8).map((row) => (
          <li key={row.id} className={styles.item}>
            <p>
              <strong>
                <bdi>{row.name}</bdi>
              </strong>
            </p>
            <p className={styles.muted}>
              {[readablePhone(row.phone), row.email, row.postcode].filter(Boolean).join(", ")}
            </p>
            <Button aria-label={t("mergeChooseOf", { name: row.name })} onClick={() => onChoose(row)}>
              {t("mergeChoose")}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{t("cancel")}</Button>
    </div>
  );
}

type ConfirmProps = {
  record: Customer;
  other: Other;
  onTaken: (record: Customer) => void;
  onClose: () => void;
};

function Confirm({ record, other: { row, preview }, onTaken, onClose }: ConfirmProps) {
  const t = useTranslations("customers");
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const [sure, setSure] = useState(false);
  const [unsure, setUnsure] = useState(false);
  const refused = preview.both_have_accounts
    ? "bothHaveAccounts"
    : preview.account_stays
      ? "accountStays"
      : preview.account_would_see && !preview.can_let_see
        ? "accountWouldSee"
        : null;

  async function undo(merge: string) {
    try {
      await undoMerge(merge);
      onTaken(await fetchCustomer(record.id));
      toast(t("mergeUndone"));
    } catch {
      toast(t("cannotUndo"));
    }
  }

  function merge() {
    setUnsure(preview.account_would_see && !sure);
    if (preview.account_would_see && !sure) return;
    void run(async () => {
      const { id } = await mergeInto(record.id, row.id, sure);
      onTaken(await fetchCustomer(record.id));
      onClose();
      toast(t("merged", { name: row.name }), { undo: () => void undo(id) });
    });
  }

  return (
    <Ask
      title={t("mergeAsk", { other: row.name, name: record.name })}
      yes={t("mergeYes")}
      no={t("cancel")}
      busy={busy}
      onYes={refused ? undefined : merge}
      onNo={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      {refused ? (
        <Notice tone="bad" title={t(refused)} />
      ) : (
        <>
          <p>
            {t("mergeMoves", {
              orders: preview.orders,
              visits: preview.visits,
              addresses: preview.addresses,
              notes: preview.notes,
            })}
          </p>
          <p>{t("mergeThen", { other: row.name })}</p>
          {preview.account_would_see && (
            <CheckboxField
              name="account-may-see"
              label={t("accountMaySee", { name: record.name })}
              error={unsure && !sure ? t("accountMaySeeMissing") : undefined}
              checked={sure}
              onChange={({ currentTarget }) => setSure(currentTarget.checked)}
            />
          )}
        </>
      )}
    </Ask>
  );
}
