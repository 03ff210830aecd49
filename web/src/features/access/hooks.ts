// What a scope would show, asked anew whenever it changes; the counts before stay until the next ones are there.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { previewScope } from "./api";
import type { Reach } from "./rules";

export function useSeen(reach: Reach) {
  return useQuery({
    queryKey: ["scope preview", reach],
    queryFn: ({ signal }) => previewScope(reach, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
