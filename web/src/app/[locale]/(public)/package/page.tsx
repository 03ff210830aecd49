// One package that somebody has, by the link of its letter.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeldPass } from "@/features/packages/components/HeldPass";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("packages"))("pageTitle"),
    robots: { index: false, follow: false },
  };
}

export default function PackagePage() {
  return (
    <Texts of={["packages"]}>
      <HeldPass />
    </Texts>
  );
}
