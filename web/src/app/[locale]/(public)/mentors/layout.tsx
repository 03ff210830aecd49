// The texts that the mentors' client components need.
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddTexts } from "@/lib/i18n/AddTexts";

export default async function MentorsLayout({ children }: { children: ReactNode }) {
  const { mentors } = await getMessages();
  const { time, share } = mentors;
  return <AddTexts texts={{ mentors: { time, share } }}>{children}</AddTexts>;
}
