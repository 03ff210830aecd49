// Takes the pictures of the guides; `make guide` starts the product it visits.
import { defineConfig } from "@playwright/test";
import journeys from "../tests/playwright.config";

export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../test-results/guide",
  fullyParallel: false,
  workers: 1,
  reporter: [["list"]],
});
