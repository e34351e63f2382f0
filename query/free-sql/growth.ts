import { PADDING_FUNCTIONS } from "./allowed.ts";
import { isTree, names, type Tree, unwrap, wholeNumber } from "./tree.ts";
import type { Walk } from "./walk.ts";

const MAX_WEIGHT = 20_000;

/** What is known where an expression stands. */
interface Sight {
  /** Weight of the heaviest column in sight. */
  readonly column: number;
  readonly ctes: ReadonlyMap<string, number>;
}

/**
 * A chain of subqueries that each name a column of the one before twice doubles it with every link: the
 * planner puts them into one expression of that size, or the value grows to it. The weight of an
 * expression is how many leaves it has once every column is replaced by what it stands for.
 */
export function checkGrowth(select: Tree, walk: Walk): void {
  weighSelect(select, { column: 1, ctes: new Map() });

  function weighSelect(tree: Tree, outer: Sight): number {
    const ctes = new Map(outer.ctes);
    for (const cte of isTree(tree.withClause) ? trees(tree.withClause.ctes) : []) {
      ctes.set(
        String(cte.tree.ctename),
        weighAll(cte.tree.ctequery, { ...outer, ctes: new Map(ctes) }),
      );
    }
    if (isTree(tree.larg) && isTree(tree.rarg)) {
      return Math.max(
        weighSelect(tree.larg, { ...outer, ctes }),
        weighSelect(tree.rarg, { ...outer, ctes }),
      );
    }
    let column = outer.column;
    for (const from of trees(tree.fromClause)) {
      column = Math.max(column, weighFrom(from.kind, from.tree, { column, ctes }));
    }
    const { withClause: _, fromClause: __, targetList, ...others } = tree;
    const sight = { column, ctes };
    weighAll(Object.values(others), sight);
    return Math.max(1, ...trees(targetList).map(({ kind, tree }) => weigh(kind, tree, sight)));
  }

  function weighFrom(kind: string, tree: Tree, sight: Sight): number {
    if (kind === "RangeVar") return sight.ctes.get(String(tree.relname)) ?? 1;
    if (kind !== "JoinExpr") return weigh(kind, tree, sight);
    let column = sight.column;
    for (const side of trees([tree.larg, tree.rarg])) {
      column = Math.max(column, weighFrom(side.kind, side.tree, { ...sight, column }));
    }
    weighAll(tree.quals, { ...sight, column });
    return column;
  }

  function weigh(kind: string, tree: Tree, sight: Sight): number {
    if (kind === "SelectStmt") return weighSelect(tree, sight);
    if (kind === "ColumnRef") return sight.column;
    const isPadding =
      kind === "FuncCall" && PADDING_FUNCTIONS.has(names(tree.funcname).at(-1) ?? "");
    const times = isPadding && Array.isArray(tree.args) ? (wholeNumber(tree.args[1]) ?? 1) : 1;
    const weight = Math.max(1, times * weighAll(Object.values(tree), sight));
    if (weight > MAX_WEIGHT) {
      walk.refuse("columns are built on columns so often that the result would be too large.");
    }
    return weight;
  }

  function weighAll(value: unknown, sight: Sight): number {
    if (Array.isArray(value)) {
      return value.reduce((sum: number, item) => sum + weighAll(item, sight), 0);
    }
    if (!isTree(value)) return 0;
    const found = unwrap(value);
    return found && /^[A-Z]/.test(found.kind)
      ? weigh(found.kind, found.tree, sight)
      : weighAll(Object.values(value), sight);
  }
}

function trees(value: unknown): { kind: string; tree: Tree }[] {
  const list = Array.isArray(value) ? value : [];
  return list.flatMap((item) => (isTree(item) ? (unwrap(item) ?? []) : []));
}
