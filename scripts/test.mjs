// All tests: units and integration (vitest, on the embedded database or TEST_DATABASE_URL), then the
// browser (Playwright, when a Chromium is found; with REQUIRE_BROWSER=1 a missing one is a failure).
// With --database-only: what another database could change, and nothing else.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), "simon-tests-"));
const node = pinnedNode();
const databaseOnly = process.argv.includes("--database-only");

const vitest = join(root, "node_modules/vitest/vitest.mjs");
const playwright = join(root, "node_modules/@playwright/test/cli.js");
const unitReport = join(reports, "vitest.json");
const browserReport = join(reports, "playwright.json");

const totals = { passed: 0, failed: 0, skipped: 0 };
let ok = await run([
  vitest,
  "run",
  ...(databaseOnly ? ["--project=database"] : []),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${unitReport}`,
]);
countVitest(unitReport);

const chromium = findChromium();
if (databaseOnly) {
  console.log("\nBrowser tests: left out, as asked.");
} else if (chromium) {
  ok =
    (await run([playwright, "test"], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
    })) && ok;
  countPlaywright(browserReport);
} else if (process.env.REQUIRE_BROWSER === "1") {
  console.error(
    "\nBrowser tests: no Chromium was found, and REQUIRE_BROWSER=1 demands one. Set CHROMIUM_PATH.",
  );
  ok = false;
} else {
  console.log(
    "\nBrowser tests: SKIPPED, because no Chromium was found. Install one, or set CHROMIUM_PATH.",
  );
}

rmSync(reports, { recursive: true, force: true });
console.log(`\ntests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(ok && totals.failed === 0 && totals.passed > 0 ? 0 : 1);

function run(args, env = {}) {
  const child = spawn(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((done) => child.on("exit", (code) => done(code === 0)));
}

function countVitest(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, "utf8"));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  totals.skipped += report.numPendingTests + report.numTodoTests;
}

function countPlaywright(file) {
  if (!existsSync(file)) return;
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  totals.skipped += stats.skipped;
}

function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium-headless-shell", // the same without its windows, which takes a third less
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return places.find((path) => path && existsSync(path));
}

function pinnedNode() {
  const pinned = join(root, "node_modules/node/bin/node");
  return existsSync(pinned) ? pinned : process.execPath;
}
