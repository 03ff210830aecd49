"use client";
// Puts the service worker (/sw.js) into the browser once a page is there. Without one everything works as before.
import { useEffect } from "react";

export function ServiceWorker() {
  useEffect(() => {
    // Not while developing, and not for the pages that stand within other sites.
    if (process.env.NODE_ENV !== "production" || window.top !== window) return;
    if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
