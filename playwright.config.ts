import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/**
 * One app with a fleet of its own for each worker: tests change the fleet, its provider and the rules. Most of
 * a browser test is waiting, so that two workers take little more than half the time on two cores.
 */
const PORTS = [3917, 3918];

// Set once by the first process that reads this file; the workers inherit it.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "simon-e2e-"));

const addressOf = (port: number | undefined) => `http://127.0.0.1:${port}`;
const dataDirOf = (port: number) => join(process.env.E2E_DATA_DIR ?? "", String(port));

// Each worker reads this file too, and there Playwright says which one it is.
const ownPort = PORTS[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? 0;
process.env.SIMON_DATA_DIR = dataDirOf(ownPort);

export default defineConfig({
  testDir: "e2e",
  workers: PORTS.length,
  // For what hangs. A busy machine must not pass for that.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["json"] as ["json"]] : [])],
  use: {
    baseURL: addressOf(ownPort),
    screenshot: "only-on-failure",
    // Without a graphics card, motion costs a fifth of all that the browser does.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
  // They start one after the other: the first builds the pages, the next finds them built.
  webServer: PORTS.map((port) => ({
    command: "node scripts/start.mjs",
    url: `${addressOf(port)}/api/health`,
    timeout: 900_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      NODE_ENV: "production",
      SIMON_DATA_DIR: dataDirOf(port),
      SIMON_NOW: "2026-10-21T09:30:00Z",
      PORT: String(port),
    },
  })),
});
