// The reader's own ways in: password, address, passkeys, app, and where they are signed in.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Security } from "@/features/security/components/Security";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage() {
  return <Security me={await requireArea("st")} />;
}
