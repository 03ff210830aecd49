// Facts about a page for search engines (schema.org, JSON-LD): a block of data, which no browser runs.

export type Thing = { "@type": string | string[]; [name: string]: unknown };

/** JSON that cannot end the element it stands in, whatever somebody called themselves. */
export function asData(things: Thing[]): string {
  const graph = JSON.stringify({ "@context": "https://schema.org", "@graph": things });
  return graph
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

export function StructuredData({ things }: { things: Thing[] }) {
  return <script type="application/ld+json">{asData(things)}</script>;
}
