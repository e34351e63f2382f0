/** A node of the parser's tree, its kind known from where it stands. */
export type Tree = { readonly [field: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `{ ColumnRef: { … } }` → its kind and itself; null for the empty node that stands for nothing. */
export function unwrap(node: Tree): { kind: string; tree: Tree } | null {
  const [kind] = Object.keys(node);
  const tree = kind === undefined ? undefined : node[kind];
  return kind !== undefined && isTree(tree) ? { kind, tree } : null;
}

/** The texts of a list of `String` nodes; null for each node of another kind. */
export function names(list: unknown): (string | null)[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => {
    const name = isTree(item) && isTree(item.String) ? item.String.sval : undefined;
    return typeof name === "string" ? name : null;
  });
}

/** A constant whole number, else null. Zero is written as nothing. */
export function wholeNumber(node: unknown): number | null {
  const constant = isTree(node) && isTree(node.A_Const) ? node.A_Const : null;
  if (!constant || !isTree(constant.ival)) return null;
  return Number(constant.ival.ival ?? 0);
}

export function constantText(node: unknown): string | null {
  const constant = isTree(node) && isTree(node.A_Const) ? node.A_Const : null;
  return constant && isTree(constant.sval) ? String(constant.sval.sval ?? "") : null;
}
