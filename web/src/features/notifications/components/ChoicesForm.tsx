"use client";
// Kinds of messages down, channels across: what is ticked comes. The mailbox and the list are told in any case.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useTask } from "@/lib/useTask";
import { saveChoices } from "../api";
import { type Choices, choose, isMuted } from "../own";
import type { Reader } from "../rules";
import styles from "./choices.module.css";
import { useKindWords } from "./useKindWords";

type Props = { choices: Choices; reader: Reader };

export function ChoicesForm({ choices, reader }: Props) {
  const t = useTranslations("messages");
  const words = useKindWords(reader);
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const [muted, setMuted] = useState(choices.muted);
  const channels = choices.has_texts ? (["sms", "push"] as const) : (["push"] as const);

  function send(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      setMuted((await saveChoices(muted)).muted);
      toast(t("saved"));
    });
  }

  return (
    <form method="post" onSubmit={send}>
      {problem && <ProblemNotice problem={problem} />}
      <p className={styles.quiet}>{t(choices.has_texts ? "kindsText" : "kindsTextPush")}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("column.kind")}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col" className={styles.choice}>
                {t(`column.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {words.label(kind)}
                <span className={styles.help}>{words.help(kind)}</span>
              </th>
              {channels.map((channel) => (
                <td key={channel} className={styles.choice}>
                  {channel === "sms" && !choices.texted.includes(kind) ? (
                    <>
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">{t("notTexted")}</span>
                    </>
                  ) : (
                    <label className={styles.box}>
                      <span className="visually-hidden">
                        {words.label(kind)}: {t(`column.${channel}`)}
                      </span>
                      <input
                        type="checkbox"
                        name={`${kind}.${channel}`}
                        checked={!isMuted(muted, { kind, channel })}
                        onChange={({ currentTarget: { checked } }) =>
                          setMuted((now) => choose(now, { kind, channel }, checked))
                        }
                      />
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="submit" kind="main" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
