// npm run import -- --sims FILE --usage FILE [--preview] [--organization NAME] [--errors OUT.csv]
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type SystemActor, systemActor } from "#core/actor.ts";
import { csvStream } from "#core/csv.ts";
import { Invalid } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { badRowsOf } from "./bad-rows.ts";
import type { Kind } from "./columns.ts";
import { findOrganization } from "./find-organization.ts";
import { checkFile, importFile } from "./import-file.ts";
import { count, type ImportResult, reportOf } from "./import-report.ts";
import type { ImportProgress } from "./import-run.ts";
import type { ImportInput } from "./open-import.ts";
import type { RunOptions } from "./read-through.ts";

const USAGE = `Load your own SIMs and their usage (CSV, Excel or JSON, any size).

  npm run import -- --sims FILE --usage FILE [--preview] [--organization NAME] [--errors OUT.csv]

  --sims FILE           SIMs: a column ICCID, and MSISDN, IMSI, Status, Label, … as far as there are
  --usage FILE          usage: columns ICCID, Date and a volume, or 1NCE's usage as JSON
  --preview             only check the files and say what would change
  --organization NAME   whose fleet (default: the demo account's, or the only one)
  --errors OUT.csv      where bad rows go, with line, field and reason (default: FILE.errors.csv)

Good rows are loaded, bad ones given back. Loading a file again changes nothing. Usage is checked by
the SIMs that the fleet has: load the list of SIMs before a preview of their usage.`;

type Work = (actor: SystemActor, input: ImportInput & RunOptions) => Promise<ImportResult>;
interface Done {
  readonly path: string;
  readonly result: ImportResult;
}

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());

try {
  await main();
} catch (error) {
  console.error(`\n${explainCommand(error, USAGE)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const { sims, usage, preview, organization, errors, help } = readArguments();
  if (help || sims.length + usage.length === 0) {
    console.log(USAGE);
    return;
  }
  for (const path of [...sims, ...usage]) await requireFile(path);
  await migrate(await database());
  await migrateAuth();
  const found = await findOrganization(organization);
  const actor = systemActor(found, "npm run import");
  const work: Work = preview ? checkFile : importFile;
  const done: Done[] = [];
  try {
    for (const path of sims) done.push({ path, result: await read(work, actor, "sims", path) });
    for (const path of usage) done.push({ path, result: await read(work, actor, "usage", path) });
  } finally {
    if (done.length > 0) console.log(`\nIn the fleet of ${found.name}:`);
    for (const { path, result } of done) console.log(reportOf(basename(path), result));
    await giveBack(actor, done, errors);
    if (preview) console.log("\nNothing was loaded. Without --preview the files are.");
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      sims: { type: "string", multiple: true, default: [] },
      usage: { type: "string", multiple: true, default: [] },
      preview: { type: "boolean", default: false },
      organization: { type: "string" },
      errors: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return values;
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Invalid(`There is no file ${path}.`);
}

async function read(
  work: Work,
  actor: SystemActor,
  kind: Kind,
  path: string,
): Promise<ImportResult> {
  const { size } = await stat(path);
  const result = await work(actor, {
    kind,
    stream: createReadStream(path),
    fileName: basename(path),
    sizeBytes: size,
    signal: interrupted.signal,
    onProgress: progressLine(basename(path)),
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  return result;
}

/** One line that is rewritten on a terminal; elsewhere a line every few seconds. */
function progressLine(name: string): (progress: ImportProgress) => void {
  let shownMs = 0;
  return ({ rows, bad, bytes, totalBytes, elapsedMs }) => {
    const isDone = totalBytes !== null && bytes >= totalBytes;
    if (!process.stderr.isTTY && elapsedMs - shownMs < 5_000 && !isDone) return;
    shownMs = elapsedMs;
    const share = totalBytes ? `${Math.floor((100 * bytes) / totalBytes)} %, ` : "";
    const rate = Math.round(rows / Math.max(elapsedMs / 1000, 0.001));
    const line = `${name}: ${count(rows)} rows, ${share}${count(rate)} rows/s, ${count(bad)} bad`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  };
}

async function giveBack(
  actor: SystemActor,
  done: readonly Done[],
  target: string | undefined,
): Promise<void> {
  const bad = done.filter(({ result }) => result.bad > 0);
  if (target !== undefined && done.length > 1) {
    await pipeline(
      csvStream(["file", "line", "field", "value", "reason"], allBadRows(actor, done)),
      createWriteStream(target),
    );
    console.log(`\nBad rows: ${target}`);
    return;
  }
  for (const { path, result } of target === undefined ? bad : done) {
    const out = target ?? `${path}.errors.csv`;
    const { columns, rows } = await badRowsOf(actor, result.importId);
    await pipeline(csvStream(columns, rows), createWriteStream(out));
    console.log(`\nBad rows: ${out}`);
  }
}

async function* allBadRows(actor: SystemActor, done: readonly Done[]) {
  for (const { path, result } of done) {
    const { rows } = await badRowsOf(actor, result.importId);
    for await (const row of rows) yield [basename(path), ...row.slice(0, 4)];
  }
}
