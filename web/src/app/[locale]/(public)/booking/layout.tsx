// The texts of the journey, for its client components.
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

export default async function BookingLayout({ children }: { children: ReactNode }) {
  const { shell, ui, problems, error, booking, track } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ shell, ui, problems, error, booking, track }}>
      {children}
    </NextIntlClientProvider>
  );
}
