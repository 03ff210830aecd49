// The page that a browser shows when we cannot be reached. Nothing else can be loaded then, so all of it stands in one text:
// the colours are those of tokens.css, the typeface is the device's own.
import { createHash } from "node:crypto";
import { telLink } from "@/lib/phone";

export type OfflineWords = {
  lang: string;
  name: string;
  title: string;
  text: string;
  retry: string;
  contact: string;
  call: (phone: string) => string;
};
type Reachable = { name: string; phone: string };

const style = `
:root{color-scheme:light;--paper:#fbfaf6;--ink:#1f2430;--muted:#5b6270;--accent:#1d6b57;--accent-ink:#ffffff}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--paper:#14171c;--ink:#ece9e1;--muted:#a6abb6;--accent:#6cc3a6;--accent-ink:#0d1f19}}
:root[data-theme=dark]{color-scheme:dark;--paper:#14171c;--ink:#ece9e1;--muted:#a6abb6;--accent:#6cc3a6;--accent-ink:#0d1f19}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
main{max-width:36rem;margin:0 auto;padding:12vh 16px 40px}
h1{margin:24px 0 12px;font:600 2rem/1.2 Georgia,"Times New Roman",serif;text-wrap:balance}
h2{margin:40px 0 8px;font-size:1.2rem}
p{margin:0 0 20px;color:var(--muted)}
ul{margin:0;padding:0;list-style:none}
a,button{display:inline-flex;align-items:center;min-height:48px;font:inherit}
a{color:var(--accent)}
button{padding:0 24px;border:0;border-radius:10px;background:var(--accent);color:var(--accent-ink);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
`;

const mark = `<svg width="40" height="40" viewBox="0 0 32 32" fill="none" aria-hidden="true"><rect width="32" height="32" rx="7" fill="var(--accent)"/><path d="M8 24L16 7l8 17" stroke="var(--accent-ink)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/><path d="M6 18.5h20" stroke="var(--accent-ink)" stroke-width="2" stroke-linecap="round"/></svg>`;

// Loading again keeps what stands behind the #, which a link to the same page would lose.
const script =
  'addEventListener("online",()=>location.reload());document.querySelector("button").onclick=()=>location.reload()';

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** It may run its own script, show its own style, and reach nothing. */
export const offlineHeaders: Record<string, string> = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const written = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** The whole page in one language, with whom to call. */
export function offlinePage(words: OfflineWords, businesses: readonly Reachable[]): string {
  const calls = businesses
    .filter(({ phone }) => phone)
    .map(
      ({ name, phone }) =>
        `<li>${written(name)}<br><a href="${written(telLink(phone))}">${written(words.call(phone))}</a></li>`,
    );
  return [
    `<!doctype html><html lang="${written(words.lang)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">',
    `<title>${written(words.title)} · ${written(words.name)}</title><style>${style}</style></head><body><main>`,
    `${mark}<h1>${written(words.title)}</h1><p>${written(words.text)}</p>`,
    `<button type="button">${written(words.retry)}</button>`,
    calls.length > 0 ? `<h2>${written(words.contact)}</h2><ul>${calls.join("")}</ul>` : "",
    `</main><script>${script}</script></body></html>`,
  ].join("");
}
