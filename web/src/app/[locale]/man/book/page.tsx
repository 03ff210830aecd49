// An order for somebody on the phone.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PhonePage } from "@/features/phone/components/PhonePage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("phone"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default function Page({ searchParams }: Props) {
  return <PhonePage area="man" searchParams={searchParams} />;
}
