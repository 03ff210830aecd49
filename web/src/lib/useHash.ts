"use client";
// What stands behind the # of the address, where no server reads it: the secrets of links, and ways within a page.
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  window.addEventListener("popstate", changed);
  return () => {
    window.removeEventListener("hashchange", changed);
    window.removeEventListener("popstate", changed);
  };
}

/** With its #, "" without one; undefined while the server draws the page, which never sees it. */
export const useHash = (): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => undefined,
  );
