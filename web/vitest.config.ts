import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/lib/testing/setup.ts"],
    // next-intl names next/navigation without its file ending, which only a bundler finds.
    server: { deps: { inline: ["next-intl"] } },
    env: { TZ: "America/New_York" },
  },
});
