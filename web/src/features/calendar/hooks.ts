// What the calendar asks for and how it stays true: the address, the answer, and asking again while somebody looks.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Answer, type Asked, fetchCalendar } from "./api";
import { addressOf, type Look, lookFrom, rangeOf } from "./rules";

/** Cheap to ask: while nothing changed the server answers without content. */
const ASK_AGAIN_MS = 15_000;

/** The look that stands in the address, and the way to change it; each change can be gone back from. */
export function useLook(usual: Pick<Look, "view" | "date">): [Look, (changed: Partial<Look>) => void] {
  const params = useSearchParams();
  const { view, date } = usual;
  const look = useMemo(
    () => lookFrom(new URLSearchParams(params.toString()), { view, date }),
    [params, view, date],
  );
  const change = useCallback(
    (changed: Partial<Look>) => window.history.pushState(null, "", addressOf({ ...look, ...changed })),
    [look],
  );
  return [look, change];
}

/** The calendar of a look; `first` is what the page came with. */
export function useCalendar(look: Look, first: { asked: Asked; answer: Answer }) {
  const client = useQueryClient();
  const asked = rangeOf(look);
  const key = ["calendar", asked];
  const isFirst = JSON.stringify(asked) === JSON.stringify(first.asked);
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchCalendar(asked, client.getQueryData<Answer>(key), signal),
    ...(isFirst && { initialData: first.answer }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchInterval: ASK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
}

/** Ask now: something was changed here. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ["calendar"] }), [client]);
}

const PHONE = "(max-width: 47.99em)";

function watch(changed: () => void): () => void {
  const list = window.matchMedia(PHONE);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}

/** Whether there is room for columns; null while the page is not alive yet and style alone decides. */
export function useIsPhone(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    watch,
    () => window.matchMedia(PHONE).matches,
    () => null,
  );
}
