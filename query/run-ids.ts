import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { Invalid } from "#core/errors.ts";
import { asReader } from "#db/guard.ts";
import { compile } from "./compile.ts";
import type { Query } from "./query.ts";
import { PLANNER_SETTINGS } from "./run.ts";
import { validate } from "./validate.ts";

/**
 * Which rows a query is about, by the first of the named columns that it has, in its order and once each.
 *
 * @throws Invalid when it has none of them or more rows than `atMost`; as `validate` does.
 */
export async function runIds(
  actor: Actor,
  query: Query,
  { names, atMost }: { names: readonly string[]; atMost: number },
): Promise<string[]> {
  const valid = validate(query, { scopes: actor.scopes });
  const { text, parameters, columns } = compile(valid, {
    now: fleetNow(),
    rowCap: atMost + 1,
  });
  const name = names.find((one) => columns.some((column) => column.name === one));
  if (name === undefined) {
    throw new Invalid(`query: its rows must carry ${names.join(" or ")}.`);
  }
  const rows = await asReader(actor, async (sql) => {
    await sql.unsafe(PLANNER_SETTINGS);
    return sql.unsafe<{ id: unknown }[]>(
      `select "${name}" as id from (\n${text}\n) as rows`,
      parameters.map(({ value }) => value),
    );
  });
  if (rows.length > atMost) {
    throw new Invalid(
      `query: it has more than ${atMost.toLocaleString("en")} rows. Narrow it, or change them in parts.`,
    );
  }
  return [...new Set(rows.flatMap(({ id }) => (id == null ? [] : [String(id)])))];
}
