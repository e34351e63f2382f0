import { defineConfig } from "vitest/config";

const NO_TESTS = ["**/node_modules/**", ".next/**", ".simon/**", "e2e/**"];
/** Tests of functions that touch neither the database nor anything else of the process's. */
const PURE = [
  "agent/planner/**/*.test.ts",
  "analytics/**/*.test.ts",
  "app/{components,lib}/**/*.test.{ts,tsx}",
];

export default defineConfig({
  test: {
    // The driver throws out of a timer when a connection dies between two writes, as when a test kills the
    // database: its queries have failed by then. The server survives the same error (server/main.ts).
    onUnhandledError: ({ name, stack }) =>
      !(name === "TypeError" && stack?.includes("/postgres/src/connection.js")),
    environment: "node",
    projects: [
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...NO_TESTS, ...PURE],
          globalSetup: ["scripts/test-database.ts"],
          setupFiles: ["scripts/test-worker.ts"],
        },
      },
      // Keeps no state, so its files need no process of their own: the lexicon is read once, not 50 times.
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
    ],
    pool: "forks",
    // A server works beside the tests, so they can use all cores; the embedded database is one process that
    // all of them wait for.
    ...(process.env.TEST_DATABASE_URL ? { maxWorkers: "100%" } : {}),
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
      SIMON_LOOPBACK_PROVIDER: "1", // where the emulator is
      LOG_LEVEL: "silent",
    },
  },
});
