// The content policy of every page: own origin only, scripts only with this request's nonce; on the page that takes cards
// (card-page.ts) also what the payment company needs.
import { NO_SOURCES, type Sources } from "./card-page";

export type PolicyOptions = {
  nonce: string;
  /** The development server evaluates strings for its stack traces and opens a socket for reloading. */
  development: boolean;
  /** Who may show the page inside theirs; nobody unless said. */
  ancestors?: string;
  /** What a payment company's part of the page may load; nothing unless said. */
  company?: Sources;
};

/** Content-Security-Policy, level 3. Styles may be inline: components set positions and brand colours that way. */
export function contentSecurityPolicy({
  nonce,
  development,
  ancestors = "'none'",
  company = NO_SOURCES,
}: PolicyOptions): string {
  const also = (origins: string[]) => origins.map((origin) => ` ${origin}`).join("");
  const rules: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}${also(company.scripts)}`,
    "frame-src": `'self'${also(company.frames)}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "media-src": "'self' blob:",
    "connect-src": `'self'${development ? " ws:" : ""}${also(company.connects)}`,
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": ancestors,
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
