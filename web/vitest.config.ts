import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const alias = { "@": new URL("./src", import.meta.url).pathname };
const env = { TZ: "America/New_York" };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        // Rules and formats need no page, and making one for each file takes longer than they do.
        test: { name: "rules", environment: "node", include: ["src/**/*.test.ts"], env },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: "components",
          environment: "jsdom",
          include: ["src/**/*.test.tsx"],
          setupFiles: ["./src/lib/testing/setup.ts"],
          // next-intl names next/navigation without its file ending, which only a bundler finds.
          server: { deps: { inline: ["next-intl"] } },
          env,
        },
      },
    ],
  },
});
