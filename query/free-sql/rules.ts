import { CATALOGUE } from "../catalogue.ts";
import { VIEWS } from "../query.ts";
import { didYouMean, listed } from "../validate/suggest.ts";
import {
  COLLATIONS,
  COLLECTING_FUNCTIONS,
  FUNCTIONS,
  MAX_PADDING,
  MOMENT_TYPES,
  MOMENT_WORDS,
  OPERATORS,
  PADDING_FUNCTIONS,
  RANGE_WORDS,
  TYPES,
} from "./allowed.ts";
import { constantText, isTree, names, type Tree, wholeNumber } from "./tree.ts";
import { hiddenColumns, isView } from "./visible.ts";
import type { Walk } from "./walk.ts";

/** What a node of a kind must keep to beyond having known fields. */
export const RULES: Readonly<Record<string, (tree: Tree, walk: Walk) => void>> = {
  RangeVar: checkRelation,
  RangeFunction: noteFunctionAlias,
  FuncCall: checkFunction,
  SQLValueFunction: checkPresent,
  A_Expr: checkOperator,
  SubLink: (tree, walk) => {
    requireOperator(walk, tree.operName);
    if (tree.subLinkType === "ARRAY_SUBLINK") walk.collects = true;
  },
  TypeCast: checkCast,
  TypeName: checkType,
  CollateClause: checkCollation,
  A_Indirection: checkIndirection,
  ColumnRef: noteColumn,
  ResTarget: (tree, walk) => declare(walk, tree.name),
  Alias: declareAlias,
  CommonTableExpr: (tree, walk) => {
    for (const name of names(tree.aliascolnames)) declare(walk, name);
  },
};

function checkRelation(tree: Tree, walk: Walk): void {
  const { relname, schemaname } = tree;
  const name = String(relname);
  if (tree.inh !== true || tree.relpersistence !== "p") walk.refuse("ONLY is not allowed here.");
  if (schemaname === undefined && walk.ctes.has(name)) return;
  if (schemaname !== undefined && schemaname !== "fleet") {
    walk.refuse(`only the views of the fleet can be read: ${VIEWS.join(", ")}.`);
  }
  if (!isView(name)) {
    walk.refuse(
      `there is no view ${name}.${didYouMean(name, [...walk.ctes, ...VIEWS])} Views: ${VIEWS.join(", ")}.`,
    );
  }
  const { scope } = CATALOGUE[name];
  if (!walk.scopes.has(scope)) {
    walk.forbid(`${name} needs the permission ${scope}, which you do not have.`);
  }
  walk.views.add(name);
  const hidden = hiddenColumns(name, walk.scopes);
  if (schemaname !== undefined && hidden.size > 0) {
    walk.forbid(
      `write ${name} without its schema: you may not see all of its columns (${listed([...hidden.keys()], "and")}).`,
    );
  }
}

function checkFunction(tree: Tree, walk: Walk): void {
  const parts = names(tree.funcname);
  const name = parts.at(-1) ?? "";
  const isPlain = parts.length === 1 || (parts.length === 2 && parts[0] === "pg_catalog");
  if (!isPlain || !FUNCTIONS.has(name)) {
    walk.refuse(`the function ${parts.join(".")} is not available.${didYouMean(name, FUNCTIONS)}`);
  }
  walk.declared.add(name);
  if (COLLECTING_FUNCTIONS.has(name)) walk.collects = true;
  const args: unknown[] = Array.isArray(tree.args) ? tree.args : [];
  if (name === "now") walk.moments.push({ kind: "instant", at: Number(tree.location ?? 0) });
  if (name === "age" && args.length !== 2) {
    walk.refuse("age needs two moments here, such as age(now(), activated_at).");
  }
  const length = wholeNumber(args[1]);
  if (PADDING_FUNCTIONS.has(name) && (length === null || length > MAX_PADDING)) {
    walk.refuse(`the second argument of ${name} must be a number, at most ${MAX_PADDING}.`);
  }
}

function noteFunctionAlias({ functions, alias, ordinality }: Tree, walk: Walk): void {
  const called = (Array.isArray(functions) ? functions : []).map((list) => {
    const [call] = isTree(list) && isTree(list.List) ? (list.List.items as unknown[]) : [];
    return isTree(call) && isTree(call.FuncCall)
      ? (names(call.FuncCall.funcname).at(-1) ?? "")
      : "";
  });
  const name = isTree(alias) ? String(alias.aliasname) : (called[0] ?? "");
  const given = isTree(alias) ? names(alias.colnames) : [];
  const columns = given.length > 0 ? given : [name, "key", "value"];
  walk.functionAliases.push({
    alias: name,
    columns: new Set([...columns, ...(ordinality ? ["ordinality"] : [])].map(String)),
  });
}

const PRESENT = {
  SVFOP_CURRENT_TIMESTAMP: "instant",
  SVFOP_CURRENT_DATE: "day",
  SVFOP_LOCALTIMESTAMP: "local",
} as const;

function checkPresent({ op, location }: Tree, walk: Walk): void {
  const kind = Object.hasOwn(PRESENT, String(op)) && PRESENT[String(op) as keyof typeof PRESENT];
  if (!kind)
    walk.refuse(
      "this is not available. Of its kind there are current_date, current_timestamp and localtimestamp, without a precision.",
    );
  walk.moments.push({ kind, at: Number(location ?? 0) });
}

function checkOperator({ kind, name }: Tree, walk: Walk): void {
  const isRange = String(kind).includes("BETWEEN");
  if (isRange && RANGE_WORDS.has(names(name).join("."))) return;
  requireOperator(walk, name);
}

function requireOperator(walk: Walk, name: unknown): void {
  if (name === undefined) return;
  const parts = names(name);
  if (parts.length !== 1) walk.refuse("write operators without OPERATOR(…).");
  if (!OPERATORS.has(parts[0] ?? "")) walk.refuse(`the operator ${parts[0]} is not available.`);
}

function checkCast({ arg, typeName }: Tree, walk: Walk): void {
  const type = isTree(typeName) ? names(typeName.names).at(-1) : null;
  const word = constantText(arg)?.trim().toLowerCase();
  if (type && MOMENT_TYPES.has(type) && word && MOMENT_WORDS.has(word)) {
    walk.refuse(`write current_date or now() for the fleet's present, not '${word}'.`);
  }
}

function checkType(tree: Tree, walk: Walk): void {
  const parts = names(tree.names);
  const name = parts.at(-1) ?? "";
  const isPlain = parts.length === 1 || (parts.length === 2 && parts[0] === "pg_catalog");
  if (!isPlain || !TYPES.has(name)) {
    walk.refuse(`the type ${parts.join(".")} is not available. Types: ${[...TYPES].join(", ")}.`);
  }
  walk.declared.add(name);
}

function checkCollation({ collname }: Tree, walk: Walk): void {
  const parts = names(collname);
  if (parts.length !== 1 || !COLLATIONS.has(parts[0] ?? "")) {
    walk.refuse(`Collations: ${[...COLLATIONS].join(", ")}.`);
  }
}

/** `(row).name` calls a function called `name` where the row has no such field. */
function checkIndirection({ indirection }: Tree, walk: Walk): void {
  const isSubscript = (item: unknown) => isTree(item) && isTree(item.A_Indices);
  if (!Array.isArray(indirection) || !indirection.every(isSubscript)) {
    walk.refuse(
      "(…).name is not available. Put what is in brackets into FROM, and name its columns there.",
    );
  }
}

function noteColumn({ fields, location }: Tree, walk: Walk): void {
  const parts = names(fields);
  const [schema] = parts;
  if (parts.length > 3 || (parts.length === 3 && schema !== "fleet")) {
    walk.refuse("write a column as view.column.");
  }
  const name = parts.at(-1);
  if (typeof name !== "string") return; // a star
  const qualifier = parts.length > 1 ? (parts.at(-2) ?? null) : null;
  walk.references.push({ qualifier, name, at: Number(location ?? 0) });
}

function declareAlias({ aliasname, colnames }: Tree, walk: Walk): void {
  for (const name of [aliasname, ...names(colnames)]) declare(walk, name);
}

function declare(walk: Walk, name: unknown): void {
  if (typeof name === "string") walk.declared.add(name);
}
