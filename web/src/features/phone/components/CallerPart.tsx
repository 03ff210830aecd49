"use client";
// Who is calling: a customer we know, found by name, number or e-mail, or somebody new.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { readablePhone } from "@/lib/phone";
import { type Caller, chooseCaller, findCallers } from "../api";
import type { DetailName } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

type Props = {
  desk: Desk;
  field: (name: DetailName) => {
    name: string;
    label: string;
    value: string;
    error: string | undefined;
    onChange: (event: { currentTarget: { value: string } }) => void;
    onBlur: () => void;
  };
};

export function CallerPart({ desk, field }: Props) {
  const t = useTranslations("phone");
  const [text, setText] = useState("");
  const [found, setFound] = useState<Caller[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const caller = desk.basket?.caller ?? null;
  const mailed = desk.basket?.mails_goods ?? false;

  async function look() {
    if (text.trim() === "") return;
    setBusy(true);
    setProblem(null);
    try {
      setFound(await findCallers(text.trim()));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }
  async function choose(id: string | null) {
    if (await desk.change(() => chooseCaller(id))) {
      setFound(null);
      setText("");
    }
  }

  return (
    <section className={styles.part} aria-labelledby="phone-who">
      <h2 id="phone-who">{t("who")}</h2>
      {caller ? (
        <div className={styles.line}>
          <p>
            <strong>
              <bdi>{caller.name}</bdi>
            </strong>
            <br />
            <bdi>{[readablePhone(caller.phone), caller.email].filter(Boolean).join(" · ")}</bdi>
          </p>
          {!caller.email && !mailed && <p className={styles.muted}>{t("noEmail")}</p>}
          {!caller.email && mailed && (
            <TextField {...field("email")} type="email" autoComplete="off" help={t("emailForGoods")} />
          )}
          <div>
            <Button onClick={() => void choose(null)}>{t("somebodyElse")}</Button>
          </div>
        </div>
      ) : (
        <>
          <div className={styles.row}>
            <TextField
              name="caller-search"
              label={t("search")}
              help={t("searchHelp")}
              value={text}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                void look();
              }}
            />
            <Button busy={busy} onClick={() => void look()}>
              {t("find")}
            </Button>
          </div>
          {problem && <ProblemNotice problem={problem} />}
          <div aria-live="polite">
            {found && found.length === 0 && <p>{t("nobodyFound")}</p>}
            {found && found.length > 0 && (
              <ul className={styles.list} aria-label={t("found")}>
                {found.map((each) => (
                  <li key={each.id}>
                    <Button onClick={() => void choose(each.id)}>
                      {[each.name, readablePhone(each.phone), each.email].filter(Boolean).join(" · ")}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <p className={styles.muted}>{t("orNew")}</p>
          <TextField {...field("name")} autoComplete="off" dir="auto" />
          <TextField {...field("phone")} type="tel" autoComplete="off" size={20} />
          <TextField
            {...field("email")}
            type="email"
            autoComplete="off"
            optional={!mailed}
            help={t(mailed ? "emailForGoods" : "emailHelp")}
          />
        </>
      )}
    </section>
  );
}
