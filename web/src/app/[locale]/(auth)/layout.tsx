// Signing in happens in the public frame: the way back and the phone number stay in sight.
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/PublicShell";
import { BrandColour } from "@/components/theme/BrandColour";
import { loadFrame } from "@/features/business/shell";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { businesses, accent, languages } = await loadFrame(await getLocale());
  return (
    <>
      <BrandColour accent={accent} />
      <PublicShell businesses={businesses} signedIn={false} languages={languages}>
        {children}
      </PublicShell>
    </>
  );
}
