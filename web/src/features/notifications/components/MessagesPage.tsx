// One's own messages in an area, and the way to what one wants where.
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadFrame } from "@/features/business/shell";
import { requireArea } from "@/features/session/loaders";
import type { AreaName } from "@/features/session/rules";
import { now } from "@/lib/clock";
import { Texts } from "@/lib/i18n/Texts";
import { publicUrl } from "@/lib/seo/page";
import { loadMessages } from "../loaders";
import { ON_A_PAGE } from "../own";
import { readerIn } from "../rules";
import { MessageList } from "./MessageList";

export type Search = Promise<{ after?: string | string[] }>;

type Props = { area: AreaName; searchParams: Search };

export async function MessagesPage({ area, searchParams }: Props) {
  await requireArea(area);
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const [t, first, { zone }] = await Promise.all([
    getTranslations("messages"),
    loadMessages(cursor, ON_A_PAGE),
    loadFrame(await getLocale()),
  ]);
  const path = `/${area}/messages/`;
  return (
    <Texts of={["messages"]}>
      <PageTitle
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={`${path}choices/`}>{t("toChoices")}</ButtonLink>}
      />
      <MessageList
        path={path}
        after={cursor}
        first={first}
        site={publicUrl}
        now={now().toISOString()}
        zone={zone}
        reader={readerIn(area)}
      />
    </Texts>
  );
}
