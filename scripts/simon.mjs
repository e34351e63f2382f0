#!/usr/bin/env node
// simon COMMAND: every command of Simon under one name. Plain JavaScript, so that any Node from 18 on can
// run it; the command itself runs on the pinned Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const COMMANDS = {
  start: ["scripts/start.mjs", "run the server"],
  doctor: ["server/doctor/doctor.cli.ts", "check the set-up, and say what to do"],
  import: ["domain/imports/import.cli.ts", "load SIMs and usage from files"],
  sync: ["domain/sync/sync.cli.ts", "read from the providers now"],
  fleet: ["db/fleet/fleet.cli.ts", "make a fleet"],
  worker: ["jobs/worker.cli.ts", "work on approved changes and jobs beside the server"],
  analytics: ["analytics/analytics.cli.ts", "forecast daily values of a file, or find anomalies"],
  emulator: ["connectors/once/emulator/emulator.cli.ts", "run an emulator of 1NCE"],
  mcp: ["mcp-server/mcp.cli.ts", "be an MCP server on stdio, for a running Simon"],
  user: ["domain/auth/user.cli.ts", "make an account, an invitation or a new password"],
  audit: ["domain/audit/verify.cli.ts", "check that the audit log is what was recorded"],
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...rest] = process.argv.slice(2);
const known = Object.hasOwn(COMMANDS, command ?? "") ? COMMANDS[command] : null;

if (known) run(known[0], rest);
else {
  const asked = command !== undefined && !["help", "--help", "-h"].includes(command);
  const say = asked ? console.error : console.log;
  if (asked) say(`There is no command "${command}".\n`);
  say("Usage: npx simon COMMAND [OPTIONS]; --help after a command says more.\n");
  for (const [name, [, about]] of Object.entries(COMMANDS)) say(`  ${name.padEnd(10)}${about}`);
  process.exitCode = asked ? 1 : 0;
}

/** A signal is the child's to handle. */
function run(file, options) {
  const pinned = join(root, "node_modules/node/bin/node");
  const child = spawn(existsSync(pinned) ? pinned : process.execPath, [file, ...options], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
