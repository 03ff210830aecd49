"use client";
// More texts for the parts inside, beside those that are there already.
import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type messages from "../../../messages/en.json";

type Texts = Partial<Record<keyof typeof messages, AbstractIntlMessages>>;
type Props = { texts: Texts; children: ReactNode };

/** next-intl's own provider would put these in the place of the others. A name that is there already is replaced. */
export function AddTexts({ texts, children }: Props) {
  const outer = useMessages();
  const locale = useLocale();
  const all = useMemo(() => ({ ...outer, ...texts }), [outer, texts]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
