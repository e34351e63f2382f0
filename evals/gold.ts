import type { Actor } from "#core/actor.ts";
import { asReader } from "#db/guard.ts";
import type { Case } from "./cases.ts";

export type Row = Record<string, unknown>;

/**
 * A case with every `{{name}}` of its texts replaced by the value that its SQL gives. Null where the
 * fleet at hand has no such value: the case cannot be asked of it.
 */
export async function bindCase(actor: Actor, given: Case, now: Date): Promise<Case | null> {
  const values = new Map<string, string>();
  for (const [name, sql] of Object.entries(given.bind ?? {})) {
    const [row] = await runGold(actor, sql, now);
    const value = row ? Object.values(row)[0] : undefined;
    if (value === undefined || value === null || value === "") return null;
    values.set(name, String(value));
  }
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values.get(name) ?? whole);
  return {
    ...given,
    question: fill(given.question),
    context: given.context.map(fill),
    sql: given.sql && fill(given.sql),
    alt_sql: given.alt_sql?.map(fill),
    targets_sql: given.targets_sql && fill(given.targets_sql),
  };
}

/** Rows of a gold query, run as questions are: in one organisation, read-only, in UTC. */
export function runGold(actor: Actor, sql: string, now: Date): Promise<Row[]> {
  const text = sql
    .replace(/:now\b/g, `timestamptz '${now.toISOString()}'`)
    .replace(/:today\b/g, `date '${now.toISOString().slice(0, 10)}'`);
  return asReader(actor, async (transaction) => [...(await transaction.unsafe<Row[]>(text))]);
}
