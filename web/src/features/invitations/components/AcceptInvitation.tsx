"use client";
// The page behind an invitation's link: who asks, as what, and a name and password; or the account there is already.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { fetchMe, signIn } from "@/features/session/api";
import { PasswordField } from "@/features/session/components/PasswordField";
import { useTry } from "@/features/session/components/useTry";
import { type Me, type PasswordFault, passwordFault } from "@/features/session/rules";
import { problemOf } from "@/lib/api/problem";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { acceptInvitation, joinInvitation, readInvitation } from "../api";
import { type Invited, type Joined, type Over, sameMailbox } from "../rules";
import styles from "./invitations.module.css";

type Seen =
  | { kind: "open"; invited: Invited; me: Me }
  | { kind: "over"; reason: Over }
  | { kind: "joined"; joined: Joined }
  | { kind: "role" };

export function AcceptInvitation({ mailKey }: { mailKey: string }) {
  const t = useTranslations("joining.invited");
  const locale = useLocale() as Locale;
  const [seen, setSeen] = useState<Seen | null>(null);
  const { busy, problem, attempt } = useTry();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens.
  useEffect(() => {
    void attempt(async () => {
      const [invited, me] = await Promise.all([readInvitation(mailKey), fetchMe()]);
      setSeen(
        typeof invited === "string" ? { kind: "over", reason: invited } : { kind: "open", invited, me },
      );
    });
  }, [mailKey]);

  /** To one's own pages, by a full load: nothing of the stranger's page is kept. */
  async function enter(joined: Joined) {
    setSeen({ kind: "joined", joined });
    if (!sameMailbox((await fetchMe()).email ?? "", joined.email)) return;
    window.location.assign(getPathname({ href: `${joined.area}dashboard/`, locale }));
    await new Promise(() => {});
  }

  const join = () =>
    attempt(async () => {
      try {
        const joined = await joinInvitation(mailKey);
        if (typeof joined === "string") setSeen({ kind: "over", reason: joined });
        else await enter(joined);
      } catch (error) {
        if (problemOf(error).code !== "other_role") throw error;
        setSeen({ kind: "role" });
      }
    });

  if (seen === null)
    return problem ? (
      <ProblemNotice problem={problem} />
    ) : (
      <Loading label={t("loading")}>
        <Skeleton height="6em" />
      </Loading>
    );
  if (seen.kind === "role") return <Told tone="warn" title={t("roleTitle")} text={t("role")} />;
  if (seen.kind === "over")
    return (
      <Told tone="warn" title={t(`over.${seen.reason}Title`)} text={t(`over.${seen.reason}`)}>
        {seen.reason === "used" && (
          <ButtonLink kind="main" href="/login/">
            {t("signIn")}
          </ButtonLink>
        )}
      </Told>
    );
  if (seen.kind === "joined")
    return (
      <Told tone="good" title={t("doneTitle")} text={t("done", { email: seen.joined.email })}>
        <ButtonLink kind="main" href="/login/">
          {t("signIn")}
        </ButtonLink>
      </Told>
    );

  const { invited, me } = seen;
  const { email, invited_by: by, business_name: business } = invited;
  const lead = <p>{t(invited.role === "staff" ? "asStaff" : "asManager", { by, business })}</p>;
  if (me.user_id && !sameMailbox(me.email ?? "", email))
    return (
      <>
        {lead}
        <Told tone="note" title={t("otherTitle")} text={t("other", { email })} />
      </>
    );
  if (me.user_id)
    return (
      <>
        {lead}
        <p>{t("joinWith", { email })}</p>
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" busy={busy} onClick={() => void join()}>
          {t("join")}
        </Button>
      </>
    );
  if (invited.has_account)
    return (
      <>
        {lead}
        <Told tone="note" title={t("knownTitle")} text={t("known", { email })}>
          <ButtonLink
            kind="main"
            href={{
              pathname: "/login/",
              query: { next: getPathname({ href: `/invited/${mailKey}/`, locale }) },
            }}
          >
            {t("signIn")}
          </ButtonLink>
        </Told>
      </>
    );
  return (
    <>
      {lead}
      <p>{t("signInWith", { email })}</p>
      <Choose
        mailKey={mailKey}
        name={invited.name}
        onOver={(reason) => setSeen({ kind: "over", reason })}
        onKnown={() => setSeen({ kind: "open", me, invited: { ...invited, has_account: true } })}
        onJoined={async (joined, password) => {
          setSeen({ kind: "joined", joined });
          await signIn(joined.email, password);
          await enter(joined);
        }}
      />
    </>
  );
}

type ToldProps = { tone: "good" | "warn" | "note"; title: string; text: string; children?: ReactNode };

function Told({ tone, title, text, children }: ToldProps) {
  return (
    <Notice tone={tone} role={tone === "warn" ? "alert" : "status"} title={title}>
      <p>{text}</p>
      {children && <p>{children}</p>}
    </Notice>
  );
}

type ChooseProps = {
  mailKey: string;
  name: string;
  onOver: (reason: Over) => void;
  onKnown: () => void;
  onJoined: (joined: Joined, password: string) => Promise<void>;
};

function Choose({ mailKey, name: first, onOver, onKnown, onJoined }: ChooseProps) {
  const t = useTranslations("joining.invited");
  const ta = useTranslations("account");
  const [name, setName] = useState(first);
  const [nameless, setNameless] = useState(false);
  const [wrong, setWrong] = useState<"missing" | PasswordFault | null>(null);
  const { busy, problem, attempt } = useTry();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setNameless(name.trim() === "");
    setWrong(password === "" ? "missing" : null);
    if (password === "" || name.trim() === "") return;
    await attempt(async () => {
      try {
        const joined = await acceptInvitation(mailKey, name, password);
        if (typeof joined === "string") onOver(joined);
        else await onJoined(joined, password);
      } catch (error) {
        const { code, extra } = problemOf(error);
        if (code === "account_exists") onKnown();
        else if (code === "weak_password") setWrong(passwordFault(extra.faults as string[]) ?? "refused");
        else throw error;
      }
    });
  }

  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name="name"
        label={t("name")}
        autoComplete="name"
        maxLength={200}
        value={name}
        error={nameless ? t("nameMissing") : undefined}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
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
