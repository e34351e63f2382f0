import { VIEWS } from "../query.ts";
import { didYouMean } from "../validate/suggest.ts";
import { IMPLICIT_COLUMNS, ROW_FUNCTIONS } from "./allowed.ts";
import { columnsOf, hiddenColumns } from "./visible.ts";
import type { Walk } from "./walk.ts";

const ALL_COLUMNS = new Set(VIEWS.flatMap(columnsOf));
const VALUES_COLUMN = /^column\d{1,3}$/;

/**
 * Columns by their names. Whether one stands where it is used, Postgres says. Here it matters that what
 * stands behind a dot is a column at all: otherwise `row.name` calls the function of that name, and so
 * does `alias.name` where the alias is that of a function in FROM.
 */
export function checkReferences(walk: Walk): void {
  checkHidden(walk);
  for (const { qualifier, name, at } of walk.references) {
    if (qualifier === null || isColumn(walk, qualifier, name)) continue;
    const near = didYouMean(name, [...[...walk.views].flatMap(columnsOf), ...walk.declared]);
    walk.refuse(`${qualifier} has no column ${name}.${near}`, at);
  }
}

function isColumn(walk: Walk, qualifier: string, name: string): boolean {
  for (const { alias, columns } of walk.functionAliases) {
    if (alias === qualifier && !columns.has(name)) return false;
  }
  if (ALL_COLUMNS.has(name)) return true;
  if (ROW_FUNCTIONS.has(name)) return false;
  return walk.declared.has(name) || IMPLICIT_COLUMNS.has(name) || VALUES_COLUMN.test(name);
}

/** A sentence of its own for a column that is left out for this actor. */
function checkHidden(walk: Walk): void {
  for (const view of walk.views) {
    for (const [column, scope] of hiddenColumns(view, walk.scopes)) {
      const used = walk.references.find(({ name }) => name === column);
      if (!used || walk.declared.has(column)) continue;
      walk.forbid(
        `${view}.${column} needs the permission ${scope}, which you do not have.`,
        used.at,
      );
    }
  }
}
