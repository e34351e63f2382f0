import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { Invalid } from "#core/errors.ts";
import { asReader } from "#db/guard.ts";
import { compile } from "./compile.ts";
import type { Query } from "./query.ts";
import { PLANNER_SETTINGS } from "./run.ts";
import { validate } from "./validate.ts";

/**
 * The rows of a query alone, for files: values in the order of its groups or columns, then of its measures.
 *
 * @throws Invalid when there are more than `atMost`; as `validate` does.
 */
export async function runRows(
  actor: Actor,
  query: Query,
  { atMost }: { readonly atMost: number },
): Promise<unknown[][]> {
  const valid = validate(query, { scopes: actor.scopes });
  const { text, parameters, columns } = compile(valid, { now: fleetNow(), rowCap: atMost + 1 });
  const rows = await asReader(actor, async (sql) => {
    await sql.unsafe(PLANNER_SETTINGS);
    return sql.unsafe<Record<string, unknown>[]>(
      text,
      parameters.map(({ value }) => value),
    );
  });
  if (rows.length > atMost)
    throw new Invalid(`It has more than ${atMost.toLocaleString("en")} rows. Narrow it.`);
  return rows.map((row) => columns.map(({ name }) => row[name]));
}
