// What stands around every page of a signed-in area: who is signed in, the way out, and the pages there are.

import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type AreaPage, AreaShell } from "@/components/shell/AreaShell";
import { BrandColour } from "@/components/theme/BrandColour";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { loadFrame } from "@/features/business/shell";
import { requireArea } from "../loaders";
import type { AreaName } from "../rules";
import { SignOutButton } from "./SignOutButton";

type Props = { area: AreaName; pages: AreaPage[]; children: ReactNode };

export async function AreaFrame({ area, pages, children }: Props) {
  const me = await requireArea(area);
  const locale = await getLocale();
  const [t, { accent }, messages] = await Promise.all([
    getTranslations("areas"),
    loadFrame(locale),
    getMessages(),
  ]);
  const { shell, ui, problems, error, auth, areas, appointments, whynot } = messages;
  // Of the journey only what moving a visit says: why a day has nothing free, and lengths.
  const { time, length } = messages.booking;
  const booking = { time: { why: time.why }, length };
  return (
    <NextIntlClientProvider
      messages={{ shell, ui, problems, error, auth, areas, appointments, whynot, booking }}
    >
      <BrandColour accent={accent} />
      <AreaShell
        area={area}
        pages={pages}
        person={<span title={t("signedIn", { name: me.name || me.email })}>{me.name || me.email}</span>}
        end={<SignOutButton locale={locale} />}
      >
        <QueryProvider>{children}</QueryProvider>
      </AreaShell>
    </NextIntlClientProvider>
  );
}
