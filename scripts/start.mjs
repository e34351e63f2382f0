// Starts Simon: checks Node, builds the pages when their sources changed, then runs the server.
// Plain JavaScript, so that any Node from 18 on can run it and say what is missing.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const major = Number(process.versions.node.split(".")[0]);
// MB. What a request makes dies young; with more room than V8's 16 it is collected less often.
const YOUNG_HEAP = "--max-semi-space-size=32";

process.chdir(root);
process.env.NODE_ENV ??= "production";

if (!existsSync(join(root, "node_modules", "next"))) {
  fail("The packages are not installed. Run:\n\n  npm install");
}
if (major >= 24) {
  if (process.execArgv.includes(YOUNG_HEAP)) await start();
  else runOn(process.execPath);
} else if (existsSync(pinned)) {
  runOn(pinned);
} else {
  fail(
    `Simon runs on Node 24; this is ${process.version}. The Node 24 that npm installs beside it is missing,\n` +
      "which happens when install scripts are blocked. Allow that one script and run it:\n\n" +
      "  npm install-scripts approve node    (npm 11; older versions: npm config delete ignore-scripts)\n" +
      "  npm rebuild node\n  npm start",
  );
}

async function start() {
  // What was compiled once is kept: half a second of each later start.
  module.enableCompileCache?.(join(root, "node_modules", ".cache", "simon-compiled"));
  if (process.env.NODE_ENV !== "production") return void (await load("server/main.ts"));
  const { build } = await load("scripts/build.mjs");
  await build(root);
  await load(".next/simon-server/main.mjs");
}

function load(file) {
  return import(pathToFileURL(join(root, file)).href);
}

/** The same script on that Node and heap; a signal is the child's to handle. */
function runOn(node) {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(node, [YOUNG_HEAP, script, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenShellDies(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** npm passes a signal on to its shell, and the shell dies of it without a word to what it runs. */
function whenShellDies(act) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    act();
  }, 500);
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
