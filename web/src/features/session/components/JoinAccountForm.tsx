"use client";
// The page behind the letter's link after a guest's order: choose a password, and the account is open with the order.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { fetchMe, openOfferedAccount, readOffer, signIn } from "../api";
import type { Offer, PasswordFault } from "../rules";
import { PasswordField } from "./PasswordField";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Seen = Offer | "over" | { opened: string } | null;

export function JoinAccountForm({ mailKey }: { mailKey: string }) {
  const t = useTranslations("joining.open");
  const own = getPathname({ href: "/cus/orders/", locale: useLocale() as Locale });
  const [seen, setSeen] = useState<Seen>(null);
  const { problem, attempt } = useTry();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens.
  useEffect(() => {
    void attempt(async () => setSeen(await readOffer(mailKey)));
  }, [mailKey]);

  async function opened(email: string, password: string) {
    setSeen({ opened: email });
    const outcome = await signIn(email, password);
    // Somebody else may be signed in in this browser: they stay, and are not shown this account's orders.
    if (outcome.kind !== "signed_in" || (await fetchMe()).email !== email) return;
    window.location.assign(own);
    await new Promise(() => {});
  }

  if (problem) return <ProblemNotice problem={problem} />;
  if (seen === null)
    return (
      <Loading label={t("loading")}>
        <Skeleton height="6em" />
      </Loading>
    );
  if (seen === "over")
    return (
      <Told tone="warn" title={t("badTitle")} text={t("bad")}>
        <ButtonLink kind="main" href="/track/">
          {t("find")}
        </ButtonLink>
      </Told>
    );
  if ("opened" in seen)
    return (
      <Told tone="good" title={t("doneTitle")} text={t("done", { email: seen.opened })}>
        <SignIn next={own} />
      </Told>
    );
  if (seen.has_account)
    return (
      <Told tone="note" title={t("knownTitle")} text={t("known", { number: seen.number })}>
        <SignIn next={own} />
      </Told>
    );
  return <Choose mailKey={mailKey} offer={seen} onOver={() => setSeen("over")} onOpened={opened} />;
}

function SignIn({ next }: { next: string }) {
  const t = useTranslations("account.verify");
  return (
    <ButtonLink kind="main" href={{ pathname: "/login/", query: { next } }}>
      {t("signIn")}
    </ButtonLink>
  );
}

type ToldProps = { tone: "good" | "warn" | "note"; title: string; text: string; children: ReactNode };

function Told({ tone, title, text, children }: ToldProps) {
  return (
    <Notice tone={tone} role={tone === "warn" ? "alert" : "status"} title={title}>
      <p>{text}</p>
      <p>{children}</p>
    </Notice>
  );
}

type ChooseProps = {
  mailKey: string;
  offer: Offer;
  onOver: () => void;
  onOpened: (email: string, password: string) => Promise<void>;
};

function Choose({ mailKey, offer, onOver, onOpened }: ChooseProps) {
  const t = useTranslations("joining.open");
  const ta = useTranslations("account");
  const [wrong, setWrong] = useState<"missing" | PasswordFault | null>(null);
  const { busy, problem, attempt } = useTry();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setWrong(password === "" ? "missing" : null);
    if (password === "") return;
    await attempt(async () => {
      const answer = await openOfferedAccount(mailKey, password);
      if (answer === "over") onOver();
      else if (typeof answer === "string") setWrong(answer);
      else await onOpened(answer.email, password);
    });
  }

  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      <p>{t("lead", { number: offer.number, business: offer.business_name })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <PasswordField
        label={ta("password")}
        help={ta("passwordHelp")}
        kind="new-password"
        error={wrong ? (wrong === "missing" ? ta("missing.password") : ta(`weak.${wrong}`)) : undefined}
        onChange={() => setWrong(null)}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
