"use client";
// Somebody else saved while this was open: what they changed, beside what was typed here. Nothing is lost.
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import styles from "./settings.module.css";
import type { Meanwhile } from "./useSaved";

type Props<Form> = {
  meanwhile: Meanwhile<Form>;
  mine: Form;
  label: (name: keyof Form & string) => string;
  tell: (name: keyof Form & string, value: Form[keyof Form]) => string;
  onTake: (name: keyof Form & string, value: Form[keyof Form]) => void;
};

export function MeanwhileNotice<Form extends object>({ meanwhile, mine, label, tell, onTake }: Props<Form>) {
  const t = useTranslations("settings.meanwhile");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version takes the focus again.
  useEffect(() => box.current?.focus(), [meanwhile.theirs]);
  return (
    <Notice ref={box} tone="warn" role="alert" tabIndex={-1} title={t("title")}>
      <p>{t("text")}</p>
      <dl className={styles.meanwhile}>
        {meanwhile.differences.map(({ name, clash }) => {
          const theirs = meanwhile.theirs[name];
          return (
            <div key={name}>
              <dt>{label(name)}</dt>
              <dd>{t("theirs", { value: tell(name, theirs) || t("nothing") })}</dd>
              {clash && (
                <>
                  <dd>{t("mine", { value: tell(name, mine[name]) || t("nothing") })}</dd>
                  <dd>
                    <Button
                      aria-label={t("takeOf", { label: label(name) })}
                      onClick={() => onTake(name, theirs)}
                    >
                      {t("take")}
                    </Button>
                  </dd>
                </>
              )}
            </div>
          );
        })}
      </dl>
    </Notice>
  );
}
