// Public pages stand in the public frame, in the business's colour.
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/PublicShell";
import { BrandColour } from "@/components/theme/BrandColour";
import { loadFrame } from "@/features/business/shell";
import { loadSession } from "@/lib/session/session";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [{ businesses, accent, languages }, session] = await Promise.all([
    loadFrame(await getLocale()),
    loadSession(),
  ]);
  return (
    <>
      <BrandColour accent={accent} />
      <PublicShell businesses={businesses} signedIn={session.signedIn} languages={languages}>
        {children}
      </PublicShell>
    </>
  );
}
