// The door of the area leads to its dashboard.
import { getLocale } from "next-intl/server";
import { requireArea } from "@/features/session/loaders";
import { redirect } from "@/lib/i18n/navigation";

export default async function AreaDoor() {
  const [locale] = await Promise.all([getLocale(), requireArea("cus")]);
  redirect({ href: "/cus/dashboard/", locale });
}
