"use client";
// What stands around a page inside another site's: it tells that site its height, when it was left and when something
// was booked, and never anything of the customer; and it says so where the browser would forget what is typed.
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { type FrameMessage, isWidgetPath, messageKind } from "@/lib/widget";
import { storageWorks } from "../storage";
import styles from "./widget.module.css";

type Props = {
  /** The sites that may show this page: those alone are spoken to. */
  sites: readonly string[];
  /** The same journey on a page of its own. */
  ownPage: string;
  booked?: boolean;
  children: ReactNode;
};

/** Speaks to the site around, once that has said who it is. */
function useSite(sites: readonly string[]) {
  const [site, setSite] = useState<string | null>(null);
  useEffect(() => {
    if (window.parent === window) return;
    function listen(event: MessageEvent) {
      if (event.source !== window.parent || messageKind(event.data) !== "hello") return;
      if (sites.includes(event.origin)) setSite(event.origin);
    }
    window.addEventListener("message", listen);
    // To whoever is there: it says nothing but that somebody may answer now.
    window.parent.postMessage({ almanac: "ready" } satisfies FrameMessage, "*");
    return () => window.removeEventListener("message", listen);
  }, [sites]);
  return site;
}

/** Every other page of ours may not be shown inside a site: it opens beside it. */
function useOpenBeside(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = box.current;
    function open(event: MouseEvent) {
      const link = (event.target as Element).closest("a");
      if (!link?.href || link.origin !== window.location.origin || isWidgetPath(link.pathname)) return;
      link.target = "_blank";
      link.rel = "noopener";
    }
    element?.addEventListener("click", open, { capture: true });
    return () => element?.removeEventListener("click", open, { capture: true });
  }, [box]);
}

export function WidgetFrame({ sites, ownPage, booked = false, children }: Props) {
  const t = useTranslations("widget");
  const site = useSite(sites);
  const box = useRef<HTMLDivElement>(null);
  useOpenBeside(box);
  const [keeps, setKeeps] = useState(true);
  useEffect(() => setKeeps(storageWorks()), []);
  useEffect(() => {
    const element = box.current;
    if (!site || !element) return;
    const say = (message: FrameMessage) => window.parent.postMessage(message, site);
    const watcher = new ResizeObserver(() =>
      say({ almanac: "height", height: Math.ceil(element.getBoundingClientRect().height) }),
    );
    watcher.observe(element);
    function leave(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented) say({ almanac: "close" });
    }
    window.addEventListener("keydown", leave);
    if (booked) say({ almanac: "booked" });
    return () => {
      watcher.disconnect();
      window.removeEventListener("keydown", leave);
    };
  }, [site, booked]);

  return (
    <div ref={box} className={styles.frame}>
      {keeps ? (
        children
      ) : (
        <EmptyState
          title={t("forgets")}
          action={
            <ButtonLink kind="main" href={ownPage} target="_blank" rel="noopener">
              {t("open")}
            </ButtonLink>
          }
        >
          <p>{t("forgetsText")}</p>
        </EmptyState>
      )}
      <p className={styles.foot}>
        <ButtonLink kind="quiet" href={ownPage} target="_blank" rel="noopener">
          {t("open")}
        </ButtonLink>
      </p>
    </div>
  );
}
