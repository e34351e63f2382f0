import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The driver throws out of a timer when a connection dies between two writes, as when a test kills the
    // database: its queries have failed by then. The server survives the same error (server/main.ts).
    onUnhandledError: ({ name, stack }) =>
      !(name === "TypeError" && stack?.includes("/postgres/src/connection.js")),
    environment: "node",
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["**/node_modules/**", ".next/**", ".simon/**", "e2e/**"],
    globalSetup: ["scripts/test-database.ts"],
    setupFiles: ["scripts/test-worker.ts"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      NODE_ENV: "test",
      TZ: "UTC",
      SIMON_NOW: "2026-10-21T09:30:00Z",
      // The machine's own keys and settings must not change a test. Empty is unset.
      SIMON_MODEL: "",
      SIMON_MODEL_BASE_URL: "",
      SIMON_MODEL_API_KEY: "",
      OPENAI_API_KEY: "",
      ANTHROPIC_API_KEY: "",
      SIMON_URL: "",
      LOG_LEVEL: "silent",
    },
  },
});
