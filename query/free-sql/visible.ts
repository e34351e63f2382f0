import type { Scope } from "#core/actor.ts";
import { CATALOGUE } from "../catalogue.ts";
import { VIEWS, type View } from "../query.ts";

export function isView(name: string): name is View {
  return VIEWS.some((view) => view === name);
}

/** Columns of the view in the database; the catalogue's derived members are none. */
export function columnsOf(view: View): string[] {
  return Object.entries(CATALOGUE[view].members)
    .filter(([, { sql }]) => sql === undefined)
    .map(([name]) => name);
}

/** Columns for which these scopes do not suffice, each with the one that it needs. */
export function hiddenColumns(view: View, scopes: ReadonlySet<Scope>): Map<string, Scope> {
  const hidden = new Map<string, Scope>();
  for (const column of columnsOf(view)) {
    const scope = CATALOGUE[view].members[column]?.scope;
    if (scope && !scopes.has(scope)) hidden.set(column, scope);
  }
  return hidden;
}

/**
 * `with` for every view that has hidden columns: under the view's own name, without them. So neither `*`
 * nor a row as a whole, a natural join, or an alias for a column can reach one.
 */
export function narrowingCtes(scopes: ReadonlySet<Scope>): string {
  const ctes = VIEWS.flatMap((view) => {
    const hidden = hiddenColumns(view, scopes);
    if (hidden.size === 0) return [];
    const kept = columnsOf(view).filter((column) => !hidden.has(column));
    return `${view} as not materialized (select ${kept.map((column) => `"${column}"`).join(", ")} from fleet.${view})`;
  });
  return ctes.length > 0 ? `with ${ctes.join(", ")} ` : "";
}
