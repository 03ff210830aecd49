"use client";
// What the signed-in areas need around them: Mantine in the house style, messages, questions, and the query cache.
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { Theme } from "./choice";
import { mantineTheme, resolveVariables } from "./mantine";
import { QueryProvider } from "./QueryProvider";

type Props = {
  theme: Theme;
  children: ReactNode;
};

export function AreaProviders({ theme, children }: Props) {
  const locale = useLocale();
  return (
    <QueryProvider>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={resolveVariables}
        defaultColorScheme={theme}
        deduplicateInlineStyles
      >
        <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
          <ModalsProvider>
            {children}
            <Notifications position="bottom-center" />
          </ModalsProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryProvider>
  );
}
