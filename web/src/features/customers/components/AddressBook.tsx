"use client";
// Somebody's addresses: one of them is the usual one. The same for the team and for the customer.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useTask } from "@/lib/useTask";
import type { Book } from "../api";
import { type Address, addressDraft, emptyAddress, inOneLine } from "../rules";
import { AddressForm } from "./AddressForm";
import styles from "./customers.module.css";

type Props = { addresses: Address[]; book: Book; canEdit?: boolean };

export function AddressBook({ addresses: first, book, canEdit = true }: Props) {
  const t = useTranslations("customers");
  const toast = useToast();
  const { problem, run } = useTask();
  const [addresses, setAddresses] = useState(first);
  const [open, setOpen] = useState<string | null>(null);
  const foot = useRef<HTMLDivElement>(null);

  function taken(found: Address[], words: string) {
    setAddresses(found);
    setOpen(null);
    toast(words);
    requestAnimationFrame(() => foot.current?.querySelector("button")?.focus());
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {addresses.length === 0 && <p className={styles.muted}>{t("noAddresses")}</p>}
      <ul className={styles.list}>
        {addresses.map((address) => (
          <li key={address.id} className={styles.item}>
            {open === address.id ? (
              <AddressForm
                first={addressDraft(address)}
                hidesNotes={address.has_access_notes && address.access_notes === null}
                prefix={`address-${address.id}`}
                submit={t("addressSave")}
                onSubmit={async (typed) =>
                  taken(await book.save(address.id, typed, address.revision), t("addressSaved"))
                }
                onCancel={() => setOpen(null)}
              />
            ) : (
              <>
                <p>
                  <bdi>{inOneLine(address)}</bdi>
                  {address.is_usual && <strong className={styles.mark}>{t("usual")}</strong>}
                </p>
                {address.access_notes && (
                  <p className={styles.muted}>
                    {t("access")}: <bdi>{address.access_notes}</bdi>
                  </p>
                )}
                {address.access_notes === null && address.has_access_notes && (
                  <p className={styles.muted}>{t("accessKept")}</p>
                )}
                {canEdit && (
                  <div className={styles.buttons}>
                    <Button
                      kind="quiet"
                      aria-label={t("addressEditOf", { line: address.line1 })}
                      onClick={() => setOpen(address.id)}
                    >
                      {t("edit")}
                    </Button>
                    {!address.is_usual && (
                      <Button
                        kind="quiet"
                        aria-label={t("makeUsualOf", { line: address.line1 })}
                        onClick={() =>
                          void run(async () => taken(await book.makeUsual(address.id), t("usualSaved")))
                        }
                      >
                        {t("makeUsual")}
                      </Button>
                    )}
                    <Button
                      kind="quiet"
                      aria-label={t("addressRemoveOf", { line: address.line1 })}
                      onClick={() =>
                        void run(async () => taken(await book.remove(address.id), t("addressRemoved")))
                      }
                    >
                      {t("remove")}
                    </Button>
                  </div>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {canEdit && (
        <div ref={foot}>
          {open === "new" ? (
            <AddressForm
              first={emptyAddress}
              prefix="address-new"
              submit={t("addressAdd")}
              onSubmit={async (typed) => taken(await book.add(typed), t("addressAdded"))}
              onCancel={() => setOpen(null)}
            />
          ) : (
            <Button onClick={() => setOpen("new")}>{t("addressNew")}</Button>
          )}
        </div>
      )}
    </>
  );
}
