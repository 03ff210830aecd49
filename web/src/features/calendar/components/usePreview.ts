"use client";
// What a wish would mean, asked anew whenever it changes; the answer before stays until the next one is there.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { previewChange } from "../api";
import type { Visit, Wish } from "../rules";

export function usePreview(visit: Visit, wish: Wish | null) {
  return useQuery({
    queryKey: ["change preview", visit.id, visit.revision, wish],
    queryFn: ({ signal }) => previewChange(visit.id, wish as Wish, signal),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}
