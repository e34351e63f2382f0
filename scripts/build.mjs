// Builds the pages with Next when their sources are newer than the last build.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
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
const FILES = [
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];

export async function buildPages(root) {
  const stamp = join(root, ".next", "simon-sources");
  const sources = fingerprint(root);
  const isBuilt = existsSync(join(root, ".next", "BUILD_ID")) && existsSync(stamp);
  if (isBuilt && readFileSync(stamp, "utf8") === sources) return;
  console.log("Building the pages (about a minute, once) …");
  await run(root);
  await bundleApps(root);
  writeFileSync(stamp, sources);
}

/** Of packages for development only, so that an installation without them goes without the pages. */
async function bundleApps(root) {
  if (!existsSync(join(root, "node_modules", "rolldown"))) {
    return console.log("Without rolldown: other assistants get text, and no charts of ours.");
  }
  const { buildMcpApps } = await import("./build-mcp-apps.mjs");
  await buildMcpApps(root);
}

/** Of every source's path, size and time of change: enough to notice an edit or an update. */
function fingerprint(root) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const entry = statSync(path);
    if (entry.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`);
    }
  };
  for (const name of [...SOURCES, ...FILES]) {
    if (existsSync(join(root, name))) visit(join(root, name));
  }
  return hash.digest("hex");
}

function run(root) {
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
