import type { Actor } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { type BadRow, saveBadRows } from "./bad-rows.ts";
import { type ImportCounts, type ImportPass, saveCounts } from "./import-record.ts";
import type { Item, Loader, Outcome } from "./loader.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { SourceRow } from "./source.ts";

const BATCH_ROWS = 2000;
const SHOWN_PROBLEMS = 10;

export interface ImportProgress {
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly bytes: number;
  readonly totalBytes: number | null;
  readonly elapsedMs: number;
}

export interface ShownProblem extends Problem {
  readonly line: number;
}

/** The rows of one file on their way into the database, or past it to be checked, a batch at a time. */
export class ImportRun {
  readonly #actor: Actor;
  readonly #pass: ImportPass;
  readonly #fileName: string;
  readonly #loader: Loader<unknown>;
  readonly firstProblems: ShownProblem[] = [];
  counts: ImportCounts;
  #good: Item<unknown>[] = [];
  #bad: BadRow[] = [];

  constructor(
    actor: Actor,
    pass: ImportPass,
    fileName: string,
    loader: Loader<unknown>,
    counts: ImportCounts,
  ) {
    this.#actor = actor;
    this.#pass = pass;
    this.#fileName = fileName;
    this.#loader = loader;
    this.counts = counts;
  }

  get isFull(): boolean {
    return this.#good.length + this.#bad.length >= BATCH_ROWS;
  }

  add(row: SourceRow): void {
    if ("problem" in row) {
      const problem = problemOf("", row.raw.join(" | "), row.problem);
      this.#bad.push({ line: row.line, problems: [problem], cells: row.raw });
      return;
    }
    const read = this.#loader.read(row.line, row.cells);
    if ("problems" in read)
      this.#bad.push({ line: row.line, cells: row.cells, problems: read.problems });
    else this.#good.push({ line: row.line, cells: row.cells, value: read.value });
  }

  /** Loads or checks what has gathered, in one transaction with its bad rows and the counts. */
  async flush(): Promise<void> {
    const [good, bad] = [this.#good, this.#bad];
    this.#good = [];
    this.#bad = [];
    if (good.length + bad.length > 0) await this.#commit(good, bad);
  }

  /** After the last row: the rest, and what follows from all rows together. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.#pass.state === "running")
      await asActor(this.#actor, (sql) => this.#loader.finish(sql));
  }

  progress(bytes: number, totalBytes: number | undefined, startedMs: number): ImportProgress {
    const { rows, loaded, unchanged, bad } = this.counts;
    const elapsedMs = Math.round(performance.now() - startedMs);
    return { rows, loaded, unchanged, bad, bytes, totalBytes: totalBytes ?? null, elapsedMs };
  }

  async #commit(good: readonly Item<unknown>[], bad: readonly BadRow[]): Promise<void> {
    try {
      const { counts, allBad } = await asActor(this.#actor, async (sql) => {
        const outcome = await this.#outcome(sql, good);
        const { refused, guarded = [] } = outcome;
        const refusedRows = [...refused, ...guarded].map(({ item, problem }) =>
          badRow(item, problem),
        );
        const allBad = [...bad, ...refusedRows].sort((a, b) => a.line - b.line);
        const counts = this.#countsWith(good.length, outcome, bad.length);
        await saveBadRows(sql, this.#pass.importId, this.#fileName, allBad);
        await saveCounts(sql, this.#pass, counts);
        return { counts, allBad };
      });
      this.counts = counts;
      this.#show(allBad);
    } catch (error) {
      if (!(error instanceof Invalid) || good.length === 0) throw error;
      await this.#commitApart(good, bad);
    }
  }

  async #outcome(sql: Transaction, good: readonly Item<unknown>[]): Promise<Outcome<unknown>> {
    if (good.length === 0) return { added: 0, changed: 0, refused: [] };
    return this.#pass.state === "checking"
      ? this.#loader.check(sql, good)
      : this.#loader.load(sql, good, this.#pass.importId);
  }

  /** The database refused a row that our checks let through: halve the batch until it is found. */
  async #commitApart(good: readonly Item<unknown>[], bad: readonly BadRow[]): Promise<void> {
    const [only] = good;
    if (good.length === 1 && only) {
      await this.#commit(
        [],
        [...bad, badRow(only, problemOf("", "", "The database refused this row."))],
      );
      return;
    }
    const half = Math.ceil(good.length / 2);
    await this.#commit(good.slice(0, half), bad);
    await this.#commit(good.slice(half), []);
  }

  #countsWith(good: number, outcome: Outcome<unknown>, bad: number): ImportCounts {
    const { added, changed, refused, guarded = [] } = outcome;
    const { counts } = this;
    return {
      ...counts,
      rows: counts.rows + good + bad,
      loaded: counts.loaded + added + changed,
      added: counts.added + added,
      changed: counts.changed + changed,
      unchanged: counts.unchanged + good - added - changed - refused.length - guarded.length,
      bad: counts.bad + bad + refused.length,
      ...(guarded.length > 0 ? { guarded: (counts.guarded ?? 0) + guarded.length } : {}),
    };
  }

  #show(bad: readonly BadRow[]): void {
    for (const { line, problems } of bad.slice(0, SHOWN_PROBLEMS - this.firstProblems.length)) {
      const [first] = problems;
      if (first) this.firstProblems.push({ line, ...first });
    }
  }
}

function badRow(item: Item<unknown>, problem: Problem): BadRow {
  return { line: item.line, cells: item.cells, problems: [problem] };
}
