// Whether this browser keeps cookies for a page inside another site's. Some keep none at all there, others only in a jar
// of that site's own (CHIPS, "Partitioned"); a cookie to try it with stands for the basket's, which scripts cannot see.

const PROBE = "almanac_widget_probe";
const attributes = "Path=/; SameSite=None; Secure; Partitioned";

export function storageWorks(): boolean {
  if (window.parent === window) return true;
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4.
    document.cookie = `${PROBE}=1; ${attributes}`;
    const kept = document.cookie.includes(`${PROBE}=1`);
    // biome-ignore lint/suspicious/noDocumentCookie: as above.
    document.cookie = `${PROBE}=; Max-Age=0; ${attributes}`;
    return kept;
  } catch {
    return false;
  }
}
