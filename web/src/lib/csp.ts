// The content policy of every page: own origin only, scripts only with this request's nonce.

export type PolicyOptions = {
  nonce: string;
  /** The development server evaluates strings for its stack traces and opens a socket for reloading. */
  development: boolean;
  /** Who may show the page inside theirs; nobody unless said. */
  ancestors?: string;
};

/** Content-Security-Policy, level 3. Styles may be inline: components set positions and brand colours that way. */
export function contentSecurityPolicy({ nonce, development, ancestors = "'none'" }: PolicyOptions): string {
  const rules: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "media-src": "'self' blob:",
    "connect-src": `'self'${development ? " ws:" : ""}`,
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
