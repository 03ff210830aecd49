"use client";
// What was bought by an order, asked for by its link, and downloads of it.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";
import { library, makeDownload } from "./api";
import type { LibraryItem } from "./rules";

/** Asked again when another line of the order was delivered. */
export function useBought(number: string, token: string | undefined, delivered: number) {
  return useQuery({
    queryKey: ["library", number, delivered],
    queryFn: async ({ signal }) => {
      const items = await library(token, signal);
      return items.filter((item) => item.order_number === number);
    },
    enabled: delivered > 0,
    staleTime: 30_000,
  });
}

/** Makes a link and follows it: the browser saves the file, and the page stays. */
export function useDownload(token: string | undefined) {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [left, setLeft] = useState<Record<string, number>>({});

  async function download(item: LibraryItem, file: string) {
    if (busy) return;
    setBusy(file);
    setProblem(null);
    try {
      const made = await makeDownload(item.id, file, token);
      setLeft((now) => ({ ...now, [item.id]: made.downloads_left }));
      window.location.assign(made.url);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }
  return { download, busy, problem, left };
}
