// npm run import -- --sims FILE --usage FILE [--organization NAME] [--errors OUT.csv]
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { systemActor } from "#core/actor.ts";
import { ConfigError } from "#core/config.ts";
import { csvStream } from "#core/csv.ts";
import { Invalid, SimonError } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import type { Kind } from "./columns.ts";
import { findOrganization } from "./find-organization.ts";
import { type ImportSummary, importFile } from "./import-file.ts";
import { badRowsOf } from "./import-record.ts";
import type { ImportProgress } from "./import-run.ts";

const USAGE = `Load your own SIMs and their usage (CSV or JSON, any size).

  npm run import -- --sims FILE --usage FILE [--organization NAME] [--errors OUT.csv]

  --sims FILE           SIMs: a column ICCID, and MSISDN, IMSI, Status, Label, … as far as there are
  --usage FILE          usage: columns ICCID, Date and a volume, or 1NCE's usage as JSON
  --organization NAME   whose fleet (default: the demo account's, or the only one)
  --errors OUT.csv      where bad rows go, with line, field and reason (default: FILE.errors.csv)

Good rows are loaded, bad ones given back. Loading a file again changes nothing.`;

type SystemActor = ReturnType<typeof systemActor>;
interface Loaded {
  readonly path: string;
  readonly summary: ImportSummary;
}

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());

try {
  await main();
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const { sims, usage, organization, errors, help } = readArguments();
  if (help || sims.length + usage.length === 0) {
    console.log(USAGE);
    return;
  }
  for (const path of [...sims, ...usage]) await requireFile(path);
  await migrate(await database());
  await migrateAuth();
  const found = await findOrganization(organization);
  const actor = systemActor(found, "npm run import");
  const loaded: Loaded[] = [];
  try {
    for (const path of sims) loaded.push({ path, summary: await load(actor, "sims", path) });
    for (const path of usage) loaded.push({ path, summary: await load(actor, "usage", path) });
  } finally {
    if (loaded.length > 0) console.log(`\nIn the fleet of ${found.name}:`);
    for (const { path, summary } of loaded) tell(path, summary);
    await giveBack(actor, loaded, errors);
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      sims: { type: "string", multiple: true, default: [] },
      usage: { type: "string", multiple: true, default: [] },
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

async function load(actor: SystemActor, kind: Kind, path: string): Promise<ImportSummary> {
  const { size } = await stat(path);
  const show = progressLine(basename(path));
  const summary = await importFile(actor, {
    kind,
    stream: createReadStream(path),
    fileName: basename(path),
    sizeBytes: size,
    signal: interrupted.signal,
    onProgress: show,
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  return summary;
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

function tell(path: string, summary: ImportSummary): void {
  const { rows, loaded, unchanged, bad, elapsedMs, firstProblems, unknownColumns, notes } = summary;
  console.log(`
${basename(path)} (${summary.kind}): ${count(rows)} rows in ${(elapsedMs / 1000).toFixed(1)} s
  ${count(loaded)} loaded, ${count(unchanged)} unchanged, ${count(bad)} bad`);
  for (const note of notes) console.log(`  ${note}`);
  if (unknownColumns.length > 0) console.log(`  Not loaded: ${unknownColumns.join(", ")}`);
  for (const { line, field, value, reason } of firstProblems) {
    console.log(
      `    line ${line}: ${[field, value && `"${value}"`, reason].filter(Boolean).join(" ")}`,
    );
  }
}

async function giveBack(
  actor: SystemActor,
  loaded: readonly Loaded[],
  target: string | undefined,
): Promise<void> {
  const bad = loaded.filter(({ summary }) => summary.bad > 0);
  if (target !== undefined && loaded.length > 1) {
    await pipeline(
      csvStream(["file", "line", "field", "value", "reason"], allBadRows(actor, loaded)),
      createWriteStream(target),
    );
    console.log(`\nBad rows: ${target}`);
    return;
  }
  for (const { path, summary } of target === undefined ? bad : loaded) {
    const out = target ?? `${path}.errors.csv`;
    const { columns, rows } = await badRowsOf(actor, summary.importId);
    await pipeline(csvStream(columns, rows), createWriteStream(out));
    console.log(`\nBad rows: ${out}`);
  }
}

async function* allBadRows(actor: SystemActor, loaded: readonly Loaded[]) {
  for (const { path, summary } of loaded) {
    const { rows } = await badRowsOf(actor, summary.importId);
    for await (const row of rows) yield [basename(path), ...row.slice(0, 4)];
  }
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function explain(error: unknown): string {
  if (error instanceof SimonError || error instanceof ConfigError) return error.message;
  if (error instanceof TypeError && "code" in error) return `${error.message}\n\n${USAGE}`;
  throw error;
}
