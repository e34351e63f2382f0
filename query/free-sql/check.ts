import type { Actor } from "#core/actor.ts";
import { checkGrowth } from "./growth.ts";
import { NODES, phraseFor } from "./nodes.ts";
import type { Parsed } from "./parse.ts";
import { placeAtByte } from "./place.ts";
import { checkReferences } from "./references.ts";
import { forbiddenAt, invalidAt } from "./refuse.ts";
import { RULES } from "./rules.ts";
import { isTree, type Tree, unwrap } from "./tree.ts";
import type { Walk } from "./walk.ts";

const MAX_DEPTH = 120;
const MAX_NODES = 6_000;

/**
 * Lets a statement through only if every node of it is known and allowed: its kind, its fields, its views,
 * functions, operators and types. What is not in the lists is refused.
 *
 * @throws Invalid with line and column; Forbidden where a scope is missing.
 */
export function check(actor: Actor, { text, select }: Parsed): Walk {
  let last = 0;
  let nodes = 0;
  const walk: Walk = {
    views: new Set(),
    references: [],
    declared: new Set(),
    functionAliases: [],
    moments: [],
    collects: false,
    ctes: new Set(),
    place: (at = last) => placeAtByte(text, at),
    refuse: (sentence, at) => {
      throw invalidAt(walk.place(at), sentence);
    },
    forbid: (sentence, at) => {
      throw forbiddenAt(walk.place(at), sentence);
    },
    scopes: actor.scopes,
  };

  function visit(kind: string, tree: Tree, depth: number): void {
    const fields = Object.hasOwn(NODES, kind) ? NODES[kind] : undefined;
    if (typeof tree.location === "number" && tree.location >= 0) last = tree.location;
    if (!fields) walk.refuse(`${phraseFor(kind)} is not allowed here.`);
    nodes += 1;
    if (depth > MAX_DEPTH || nodes > MAX_NODES)
      walk.refuse("the statement is too long or too deep.");
    const outer = walk.ctes;
    RULES[kind]?.(tree, walk);
    for (const name of inOrder(Object.keys(tree))) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) walk.refuse(`${phraseFor(name)} is not allowed here.`);
      if (field === "node") visitAll(tree[name], depth + 1);
      else if (field !== "plain" && isTree(tree[name])) visit(field, tree[name], depth + 1);
      else if (field !== "plain") walk.refuse("this is not allowed here.");
    }
    if (kind === "CommonTableExpr") walk.ctes = new Set([...outer, String(tree.ctename)]);
    else if (kind !== "WithClause") walk.ctes = outer;
  }

  function visitAll(value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      for (const item of value) visitAll(item, depth);
    } else if (isTree(value)) {
      const found = unwrap(value);
      if (found) visit(found.kind, found.tree, depth);
    } else {
      walk.refuse("this is not allowed here.");
    }
  }

  visit("SelectStmt", select, 0);
  checkReferences(walk);
  checkGrowth(select, walk);
  return walk;
}

/** CTEs are in sight of everything that stands after `with`, so they come first. */
function inOrder(fields: string[]): string[] {
  return fields.includes("withClause")
    ? ["withClause", ...fields.filter((field) => field !== "withClause")]
    : fields;
}
