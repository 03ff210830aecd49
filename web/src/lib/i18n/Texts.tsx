// The texts that the parts of a page need in the browser, beside those that the frame around it brings.
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "../../../messages/en.json";
import { AddTexts } from "./AddTexts";

type Name = keyof typeof messages;

/** Goes around what needs them; names the smallest set, for each goes over the wire. */
export async function Texts({ of: own, children }: { of: Name[]; children: ReactNode }) {
  const all = await getMessages();
  return <AddTexts texts={Object.fromEntries(own.map((name) => [name, all[name]]))}>{children}</AddTexts>;
}
