// What stands around every page of a signed-in area: who is signed in, their messages, the way out, and the pages there are.

import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type AreaPage, AreaShell } from "@/components/shell/AreaShell";
import { BrandColour } from "@/components/theme/BrandColour";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { firstName } from "@/features/appointments/rules";
import { loadFrame } from "@/features/business/shell";
import { Bell } from "@/features/notifications/components/Bell";
import { KeepDevice } from "@/features/notifications/components/KeepDevice";
import { now } from "@/lib/clock";
import { AddTexts } from "@/lib/i18n/AddTexts";
import { requireArea } from "../loaders";
import type { AreaName } from "../rules";
import { SignOutButton } from "./SignOutButton";

/** The whole name where there is room, the first one on a phone. */
function Person({ name, title }: { name: string; title: string }) {
  const first = firstName(name);
  return (
    <span title={title}>
      {first}
      <span data-rest>{name.slice(name.indexOf(first) + first.length)}</span>
    </span>
  );
}

type Props = { area: AreaName; pages: AreaPage[]; children: ReactNode };

export async function AreaFrame({ area, pages, children }: Props) {
  const me = await requireArea(area);
  const name = me.name || me.email;
  const locale = await getLocale();
  const [t, { accent }, messages] = await Promise.all([
    getTranslations("areas"),
    loadFrame(locale),
    getMessages(),
  ]);
  const { auth, areas, appointments, change, addressSearch, whynot } = messages;
  // Of the journey only what moving a visit says: free times, and why there are none.
  const { time, when, taken, length, from, contact } = messages.booking;
  const booking = { time, when, taken, length, from, contact };
  return (
    <AddTexts texts={{ auth, areas, appointments, change, addressSearch, whynot, booking }}>
      <BrandColour accent={accent} />
      <ClockProvider now={now().toISOString()}>
        <QueryProvider>
          {me.user_id && <KeepDevice user={me.user_id} />}
          <AreaShell
            area={area}
            pages={pages}
            person={<Person name={name} title={t("signedIn", { name })} />}
            end={
              <>
                <Bell href={`/${area}/messages/`} />
                <SignOutButton locale={locale} />
              </>
            }
          >
            {children}
          </AreaShell>
        </QueryProvider>
      </ClockProvider>
    </AddTexts>
  );
}
