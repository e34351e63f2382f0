import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const NO_TESTS = ["**/node_modules/**", ".next/**", ".simon/**", "e2e/**"];
/** Tests that need no database. */
const PURE = [
  "agent/{context,figures,planner}/**/*.test.ts",
  "analytics/**/*.test.ts",
  "app/{components,lib}/**/*.test.{ts,tsx}",
  "connectors/**/*.test.ts",
  "core/**/*.test.ts",
  "db/fleet/{history,profiles}.test.ts",
  "domain/auth/oauth/addresses.test.ts",
  "domain/connections/base-url.test.ts",
  "domain/gazetteer/devices-of.test.ts",
  "domain/imports/{cells,xlsx-table}.test.ts",
  "domain/sync/sims/compare-sim.test.ts",
  "evals/{compare/matches,judge-action,tools/requests}.test.ts",
  "mcp-server/{definitions,estimate-tokens,fit-into}.test.ts",
  "query/{edit,interpret,validate}.test.ts",
  "server/http.test.ts",
];

/** Tests of the embedded database or of a protocol, which a run on a server would only repeat. */
const ON_EMBEDDED_ONLY = [
  "db/embedded/**",
  "mcp-server/conformance/**",
  "server/doctor/**",
  "server/mcp-{answers,fuzz}.test.ts",
  "server/stream-kill.test.ts",
];

/** On a server it is the workers that work; an embedded database is a process of its own beside each. */
const onServer = process.env.TEST_DATABASE_URL !== undefined;

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
          exclude: [...NO_TESTS, ...PURE, ...(onServer ? ON_EMBEDDED_ONLY : [])],
          globalSetup: ["scripts/test-database.ts"],
          setupFiles: ["scripts/test-worker.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "pure",
          include: PURE,
          exclude: NO_TESTS,
          setupFiles: ["scripts/test-pure.ts"],
        },
      },
    ],
    pool: "forks",
    // A file needs no process of its own: loading it all anew took longer than most tests do. What belongs
    // to the process is forgotten after each file.
    isolate: false,
    maxWorkers: onServer ? "100%" : Math.min(4, availableParallelism()),
    // For what hangs. A busy machine must not pass for that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
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
