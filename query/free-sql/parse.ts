import { hasSqlDetails, loadModule, parseSync } from "libpg-query";
import { Invalid } from "#core/errors.ts";
import { verbOf } from "./nodes.ts";
import { placeAt } from "./place.ts";
import { invalidAt } from "./refuse.ts";
import type { Tree } from "./tree.ts";

/** A statement as the person wrote it, without what stands around it, and its tree. */
export interface Parsed {
  readonly text: string;
  readonly select: Tree;
}

interface Statement {
  readonly stmt?: Tree;
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

/**
 * Reads one SELECT with the grammar of Postgres itself.
 *
 * @throws Invalid with line and column.
 */
export async function parseSelect(text: string): Promise<Parsed> {
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new Invalid("The SQL holds characters that no text may have.");
  }
  await loadModule();
  const statements = read(text);
  const [first, second] = statements;
  if (!first?.stmt) throw new Invalid("There is no SQL to run. Write one SELECT.");
  if (second) {
    const at = Buffer.from(text).subarray(0, second.stmt_location).toString().length;
    throw invalidAt(
      placeAt(text, at),
      "One statement at a time. Remove what follows the first one.",
    );
  }
  const [kind = ""] = Object.keys(first.stmt);
  if (kind !== "SelectStmt") {
    throw new Invalid(`Only reading is possible here: one SELECT. ${verbOf(kind)} is not allowed.`);
  }
  return { text: own(text, first), select: first.stmt[kind] as Tree };
}

function read(text: string): readonly Statement[] {
  try {
    return parseSync(text).stmts as unknown as readonly Statement[]; // of @pgsql/types, as loose trees
  } catch (error) {
    if (!hasSqlDetails(error)) {
      throw new Invalid("There is no SQL to run. Write one SELECT.", { cause: error });
    }
    const place = placeAt(text, error.sqlDetails?.cursorPosition ?? 0);
    const near = place.word === "" ? "it ends too early" : `near ${place.word}`;
    throw invalidAt(place, `this is not SQL that Postgres can read, ${near}.`, error);
  }
}

/** Blank where something stood before it, so that places in it are places in the person's text. */
function own(text: string, { stmt_location: start = 0, stmt_len: length }: Statement): string {
  const bytes = Buffer.from(text);
  const end = length === undefined ? bytes.length : start + length;
  return bytes.subarray(0, end).toString();
}
