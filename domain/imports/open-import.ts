import { type Actor, hasScope } from "#core/actor.ts";
import { formatBytes } from "#core/bytes.ts";
import { Forbidden, TooLarge } from "#core/errors.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { type Kind, kindOf } from "./columns.ts";
import type { ImportRequest } from "./earlier-import.ts";
import type { Loader } from "./loader.ts";
import { openTable } from "./open-table.ts";
import { type MayChange, simsLoader } from "./sims-loader.ts";
import type { SourceRow, Table } from "./source.ts";
import { usageLoader } from "./usage-loader.ts";

export interface ImportInput {
  /** `auto`: usage when the columns have a time and a volume, else SIMs. */
  readonly kind: Kind | "auto";
  readonly stream: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** The size that was announced; a stream that ends before is an upload that broke off. */
  readonly sizeBytes?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the same request again is to get the same file. */
  readonly request?: ImportRequest | undefined;
  /** Which protected SIMs a list may change; left out, none. */
  readonly mayChange?: MayChange | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** A file opened far enough to know whether it can be loaded; its rows still stream. */
export interface OpenedImport {
  readonly kind: Kind;
  readonly fileName: string;
  readonly sizeBytes: number | undefined;
  readonly table: Table;
  readonly loader: Loader<unknown>;
  /** How much of the file has been read. */
  readonly read: { readonly bytes: number };
}

/**
 * @throws TooLarge; Invalid for a file that is empty, of no format that we read, or without the columns
 * that its kind needs.
 */
export async function openImport(input: ImportInput): Promise<OpenedImport> {
  const { fileName, sizeBytes } = input;
  const read = { bytes: 0 };
  const opened = await openTable(counted(input, read), fileName);
  try {
    const { sample, rows } = await peekRows(opened.rows);
    const table = { ...opened, rows };
    const kind = input.kind === "auto" ? kindOf(table.header) : input.kind;
    const loader: Loader<unknown> =
      kind === "sims"
        ? simsLoader(table.header, sample, input.mayChange ?? NONE)
        : usageLoader(table.header, table.units, sample);
    return { kind, fileName, sizeBytes, table, loader, read };
  } catch (error) {
    await opened.close?.();
    throw error;
  }
}

/** @throws Forbidden without `sims:write`; the audit log keeps that it was tried. */
export async function requireLoader(actor: Actor): Promise<void> {
  if (hasScope(actor, "sims:write")) return;
  await recordDenial(actor, { of: "tool", id: "import_sims" });
  throw new Forbidden(
    "You may not load files here: that needs the right to change SIMs (sims:write).",
  );
}

/** The bytes of the input, and how many they are. @throws TooLarge over `maxBytes`. */
export async function* counted(
  { stream, sizeBytes, maxBytes = Number.POSITIVE_INFINITY }: ImportInput,
  read: { bytes: number },
): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new TooLarge(`The file is larger than ${formatBytes(maxBytes)}, the most that is taken here.`);
  if (sizeBytes !== undefined && sizeBytes > maxBytes) throw tooLarge();
  for await (const chunk of stream) {
    read.bytes += chunk.length;
    if (read.bytes > maxBytes) throw tooLarge();
    yield chunk;
  }
}

const SAMPLE_ROWS = 500;

/** The first rows, by which a file shows how it writes dates and numbers, and all rows. */
async function peekRows(blocks: AsyncIterable<readonly SourceRow[]>): Promise<{
  sample: readonly (readonly string[])[];
  rows: AsyncIterable<readonly SourceRow[]>;
}> {
  const iterator = blocks[Symbol.asyncIterator]();
  const first: SourceRow[] = [];
  while (first.length < SAMPLE_ROWS) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(...next.value);
  }
  const sample = first.flatMap((row) => ("cells" in row ? [row.cells] : []));
  return { sample: sample.slice(0, SAMPLE_ROWS), rows: replayRows(first, iterator) };
}

async function* replayRows(
  first: readonly SourceRow[],
  iterator: AsyncIterator<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  try {
    yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
