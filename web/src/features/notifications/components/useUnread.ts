"use client";
// How many messages are unread, for the bell and the list: one answer for both.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { fetchUnread, markRead } from "../api";
import { type OwnPage, withRead } from "../own";

const UNREAD = ["unread-messages"];
export const OWN = "own-messages";
const MINUTE_MS = 60_000;

/** 0 until it is known, and where it can't be said. */
export function useUnread(): number {
  const { data = 0 } = useQuery({
    queryKey: UNREAD,
    queryFn: fetchUnread,
    refetchInterval: MINUTE_MS,
    refetchOnWindowFocus: "always",
    retry: false,
  });
  return data;
}

/** Marks messages as read, null: all; on the page at once. */
export function useReading(): (ids: string[] | null) => Promise<void> {
  const queries = useQueryClient();
  const now = useNow();
  return useCallback(
    async (ids) => {
      const mark = () =>
        queries.setQueriesData<OwnPage>({ queryKey: [OWN] }, (page) => page && withRead(page, ids, now()));
      if (ids) mark();
      queries.setQueryData(UNREAD, await markRead(ids));
      mark(); // an answer that was on its way meanwhile knew nothing of it
    },
    [queries, now],
  );
}
