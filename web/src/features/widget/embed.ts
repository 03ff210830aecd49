// The script that other sites put into their pages. It is sent as the text of this one function, so the function uses
// nothing from outside itself; its style is set by properties, because the site's own content policy may refuse others.

export type EmbedWords = Record<string, { book: string; close: string; title: string; open: string }>;

export function embed(words: EmbedWords): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const data = script?.dataset;
  if (!script || !data?.business) {
    // biome-ignore lint/suspicious/noConsole: whoever puts the script into their page looks there.
    console.error("Almanac: the script needs data-business.");
    return;
  }
  const origin = new URL(script.src).origin;
  const asked = (data.language || document.documentElement.lang || "").slice(0, 2).toLowerCase();
  const language = asked in words ? asked : "";
  const text = words[language || "en"];
  if (!text) return;
  const prefix = language && language !== "en" ? `/${language}` : "";
  const query = new URLSearchParams({ business: data.business });
  if (data.service) query.set("service", data.service);
  if (data.staff) query.set("staff", data.staff);
  const address = (page: string) => `${origin}${prefix}/${page}/?${query}`;

  const style = (element: HTMLElement, rules: Record<string, string>) => {
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value);
  };

  /** The page in its frame, and a plain link should it not come: this site may not have been allowed. */
  const makeFrame = (hooks: { height?: (pixels: number) => void; close?: () => void }) => {
    const box = document.createElement("div");
    const frame = document.createElement("iframe");
    frame.title = text.title;
    frame.src = address("widget");
    frame.allow = "clipboard-write; payment";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    style(frame, { border: "0", width: "100%", height: "100%", display: "block", "color-scheme": "normal" });
    const link = document.createElement("a");
    link.href = address("booking");
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = text.open;
    link.hidden = true;
    style(link, { padding: "12px", "line-height": "24px" });
    box.append(link, frame);
    const late = window.setTimeout(() => {
      link.hidden = false;
      link.style.setProperty("display", "block");
    }, 8000);
    window.addEventListener("message", (event) => {
      if (event.origin !== origin || event.source !== frame.contentWindow) return;
      const { almanac, height } = (event.data ?? {}) as { almanac?: unknown; height?: unknown };
      if (almanac === "ready") {
        window.clearTimeout(late);
        link.remove();
        frame.contentWindow?.postMessage({ almanac: "hello" }, origin);
      }
      if (almanac === "height" && typeof height === "number" && height > 0) {
        box.dataset.almanac = "ready";
        hooks.height?.(Math.min(height, 20000));
      }
      if (almanac === "booked") script.dispatchEvent(new CustomEvent("almanac:booked", { bubbles: true }));
      if (almanac === "close") hooks.close?.();
    });
    return { box, frame };
  };

  if (data.mode === "inline") {
    const { box, frame } = makeFrame({
      height: (pixels) => style(frame, { height: `${Math.ceil(pixels)}px` }),
    });
    style(frame, { height: "720px" });
    script.after(box);
    return;
  }

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = data.label || text.book;
  button.setAttribute("aria-haspopup", "dialog");
  button.dataset.almanac = "open";
  style(button, { "min-height": "44px", "min-width": "44px", font: "inherit", cursor: "pointer" });
  script.after(button);

  let dialog: HTMLDialogElement | undefined;
  const makeDialog = () => {
    const made = document.createElement("dialog");
    made.setAttribute("aria-label", text.title);
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = text.close;
    close.addEventListener("click", () => made.close());
    style(close, { "min-height": "44px", padding: "0 16px", font: "inherit", cursor: "pointer" });
    style(close, { border: "0", background: "transparent", color: "inherit" });
    const head = document.createElement("div");
    style(head, { display: "flex", "justify-content": "flex-end", flex: "none" });
    head.append(close);
    const { box } = makeFrame({ close: () => made.close() });
    style(box, { flex: "1", "min-height": "0" });
    made.append(head, box);
    style(made, {
      width: "min(640px, 100vw)",
      height: "min(880px, 100dvh)",
      "max-width": "100vw",
      "max-height": "100dvh",
      padding: "0",
      border: "0",
      "border-radius": "10px",
      overflow: "hidden",
      "box-shadow": "0 0 0 100vmax rgb(20 23 28 / 55%)",
    });
    let overflow = "";
    const showing = () => {
      overflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = "hidden";
      // Only while it is open: a flex box that is closed would show.
      style(made, { display: "flex", "flex-direction": "column" });
    };
    made.addEventListener("close", () => {
      document.documentElement.style.overflow = overflow;
      style(made, { display: "none" });
      button.focus();
    });
    document.body.append(made);
    return { made, showing };
  };
  let showing: (() => void) | undefined;
  button.addEventListener("click", () => {
    if (!dialog) {
      const built = makeDialog();
      dialog = built.made;
      showing = built.showing;
    }
    showing?.();
    dialog.showModal();
  });
}
