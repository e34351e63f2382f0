// Builds what a start needs, when its sources are newer than the last build: the pages with Next, the pages
// that other assistants show, and the server.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOMS = [
  "agent",
  "analytics",
  "app",
  "connectors",
  "core",
  "db",
  "domain",
  "jobs",
  "query",
  "tools",
];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "scripts/left-outside.ts"];
const PAGES = [
  ...ROOMS,
  ...FILES,
  "next.config.ts",
  "postcss.config.mjs",
  "scripts/build-mcp-apps.mjs",
];
const SERVER = [...ROOMS, ...FILES, "mcp-server", "server", "scripts/bundle-server.mjs"];

export async function build(root) {
  const isNew = await buildWhenChanged(root, ".next/simon-sources", PAGES, async () => {
    console.log("Building the pages (about a minute, once) …");
    await buildPages(root);
    const { buildMcpApps } = await import("./build-mcp-apps.mjs");
    await buildMcpApps(root);
  });
  await buildWhenChanged(root, ".next/simon-server-sources", SERVER, async () => {
    if (!isNew) console.log("Building the server …");
    const { bundleServer } = await import("./bundle-server.mjs");
    await bundleServer(root);
  });
}

/** @returns whether it was built now. */
async function buildWhenChanged(root, stampFile, sources, make) {
  const stamp = join(root, stampFile);
  const now = fingerprint(root, sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  rmSync(stamp, { force: true }); // were it broken off, the old stamp would vouch for half a build
  await make();
  writeFileSync(stamp, now);
  return true;
}

function fingerprint(root, sources) {
  const hash = createHash("sha256");
  for (const name of sources) for (const line of linesOf(join(root, name))) hash.update(line);
  return hash.digest("hex");
}

const seen = new Map();

/** Every source's path, size and time of change: enough to notice an edit or an update. */
function linesOf(path) {
  if (!seen.has(path)) seen.set(path, [...walk(path)]);
  return seen.get(path);
}

function* walk(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return;
  if (entry.isDirectory()) {
    for (const name of readdirSync(path).sort()) yield* walk(join(path, name));
  } else if (!/\.test\.tsx?$/.test(path)) {
    yield `${path}\0${entry.size}\0${entry.mtimeMs}\n`;
  }
}

function buildPages(root) {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code === 0) return done();
      console.error("The pages could not be built; the reason stands above.");
      process.exit(1);
    });
  });
}
