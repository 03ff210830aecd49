"use client";
// Putting a customer away, with undo; and bringing them back.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useTask } from "@/lib/useTask";
import { archiveCustomer, restoreCustomer } from "../api";
import type { Customer } from "../rules";
import styles from "./customers.module.css";

export function Archive({ record, onTaken }: { record: Customer; onTaken: (record: Customer) => void }) {
  const t = useTranslations("customers");
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const { id, name } = record;

  const restore = () =>
    run(async () => {
      onTaken(await restoreCustomer(id));
      toast(t("restored", { name }));
    });
  const archive = () =>
    run(async () => {
      onTaken(await archiveCustomer(id));
      toast(t("archivedDone", { name }), { undo: () => void restore() });
    });

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <p className={styles.muted}>
        {t(record.merged_into ? "restoreByUndo" : record.archived_at ? "restoreText" : "archiveText")}
      </p>
      {!record.merged_into && (
        <Button
          kind={record.archived_at ? "second" : "danger"}
          busy={busy}
          onClick={() => void (record.archived_at ? restore() : archive())}
        >
          {t(record.archived_at ? "restore" : "archive")}
        </Button>
      )}
    </>
  );
}
