// How Next is built and which addresses it hands on to Django; the pages themselves need no setting.
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const api = process.env.ALMANAC_API_URL ?? "http://127.0.0.1:8000";

/** Everything Django answers, under the same origin as the pages, with the address's last slash kept as it came. */
const djangoPrefixes = ["api", "admin", "_allauth", "accounts", "static", "media"];

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** `payment` is who may ask a wallet to pay. */
const permissions = (payment: string) => ({
  key: "Permissions-Policy",
  value: `camera=(self), microphone=(self), geolocation=(self), payment=(${payment}), browsing-topics=()`,
});

const config: NextConfig = {
  trailingSlash: true,
  // Django's addresses must reach it untouched; src/proxy.ts adds the slash to page addresses.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  turbopack: { root: import.meta.dirname },
  experimental: {
    agentUpgrade: false,
    // Uploads pass through here on their way to Django: the server's own limit (25 MB) speaks first.
    proxyClientMaxBodySize: "30mb",
    // Streams send a ping every 15 s; a silent two minutes means the other end is gone.
    proxyTimeout: 120_000,
  },
  rewrites: async () => ({
    beforeFiles: djangoPrefixes.flatMap((prefix) => [
      { source: `/${prefix}/:path*/`, destination: `${api}/${prefix}/:path*/` },
      { source: `/${prefix}/:path*`, destination: `${api}/${prefix}/:path*` },
    ]),
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // In the page that takes cards (src/lib/card-page.ts) the payment company's frame offers wallets.
    {
      source: "/((?!(?:[a-z]{2}/)?pay/card(?:/|$)).*)",
      headers: [permissions("self")],
    },
    {
      source: "/:language([a-z]{2})?/pay/card/",
      headers: [permissions('self "https://js.stripe.com"')],
    },
    // Old browsers know no list of sites: the pages made for other sites (src/lib/widget.ts) go without this header, and
    // their content policy says who may show them.
    {
      source: "/((?!(?:[a-z]{2}/)?widget(?:/|$)).*)",
      headers: [{ key: "X-Frame-Options", value: "DENY" }],
    },
  ],
};

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./src/lib/i18n/request.ts",
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withNextIntl(config);
