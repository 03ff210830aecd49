// From an order to the subscriptions that its visits belong to, where all of them can be moved, paused or ended.

import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { loadSubscription } from "../loaders";
import type { Subscription } from "../rules";
import { useRhythm } from "./useRhythm";

type Props = {
  ids: string[];
  /** Where the reader's pages of subscriptions are. */
  path: string;
};

/** Without one that cannot be read its visits are still there by themselves. */
export async function SeriesLinks({ ids, path }: Props) {
  const found = await Promise.all(ids.map((id) => loadSubscription(id).catch(() => null)));
  return found.map((each) => each && <SeriesLink key={each.id} of={each} path={path} />);
}

function SeriesLink({ of, path }: { of: Subscription; path: string }) {
  const t = useTranslations("subscriptions");
  const words = useRhythm();
  return (
    <p>
      <Link href={`${path}${of.id}/`}>{t("ofOrder", { name: of.name })}</Link> · {words(of)}
    </p>
  );
}
