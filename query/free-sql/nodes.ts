/** `plain`: no node below. `node`: a node or a list of them under their kinds' names. Else: a node of this kind. */
type Field = "plain" | "node" | "SelectStmt" | "WithClause" | "Alias" | "TypeName" | "WindowDef";

const fields = (plain: string, node = "", kinds: Readonly<Record<string, Field>> = {}) => ({
  ...Object.fromEntries(split(plain).map((name) => [name, "plain" as Field])),
  ...Object.fromEntries(split(node).map((name) => [name, "node" as Field])),
  ...kinds,
});
const split = (names: string) => names.split(/\s+/).filter(Boolean);

/**
 * The kinds of nodes that a statement may have, and for each the fields that may be set. What the parser
 * leaves out (false, empty) need not be listed, and what is not listed is refused.
 */
export const NODES: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  SelectStmt: fields(
    "limitOption op all groupDistinct",
    "distinctClause targetList fromClause whereClause groupClause havingClause windowClause valuesLists sortClause limitOffset limitCount",
    { withClause: "WithClause", larg: "SelectStmt", rarg: "SelectStmt" },
  ),
  WithClause: fields("location", "ctes"),
  CommonTableExpr: fields("ctename ctematerialized location", "aliascolnames ctequery"),

  RangeVar: fields("relname schemaname inh relpersistence location", "", { alias: "Alias" }),
  RangeSubselect: fields("lateral", "subquery", { alias: "Alias" }),
  RangeFunction: fields("lateral ordinality is_rowsfrom", "functions", { alias: "Alias" }),
  JoinExpr: fields("jointype isNatural rtindex", "larg rarg usingClause quals", {
    alias: "Alias",
    join_using_alias: "Alias",
  }),
  Alias: fields("aliasname", "colnames"),

  ResTarget: fields("name location", "val"),
  ColumnRef: fields("location", "fields"),
  A_Star: fields(""),
  String: fields("sval"),
  Integer: fields("ival"),
  A_Const: fields("ival fval sval boolval bsval isnull location"),
  List: fields("", "items"),

  A_Expr: fields("kind location rexpr_list_start rexpr_list_end", "name lexpr rexpr"),
  BoolExpr: fields("boolop location", "args"),
  NullTest: fields("nulltesttype argisrow location", "arg"),
  BooleanTest: fields("booltesttype location", "arg"),
  CaseExpr: fields("location", "arg args defresult"),
  CaseWhen: fields("location", "expr result"),
  CoalesceExpr: fields("location", "args"),
  MinMaxExpr: fields("op location", "args"),
  SubLink: fields("subLinkType location", "testexpr operName subselect"),
  RowExpr: fields("row_format location", "args colnames"),
  A_ArrayExpr: fields("list_start list_end location", "elements"),
  A_Indirection: fields("", "arg indirection"),
  A_Indices: fields("is_slice", "lidx uidx"),

  FuncCall: fields(
    "agg_star agg_distinct agg_within_group funcformat location",
    "funcname args agg_order agg_filter",
    { over: "WindowDef" },
  ),
  NamedArgExpr: fields("name argnumber location", "arg"),
  SQLValueFunction: fields("op typmod location"),
  SortBy: fields("sortby_dir sortby_nulls location", "node"),
  WindowDef: fields(
    "name refname frameOptions location",
    "partitionClause orderClause startOffset endOffset",
  ),
  GroupingSet: fields("kind location", "content"),
  GroupingFunc: fields("location", "args"),

  TypeCast: fields("location", "arg", { typeName: "TypeName" }),
  TypeName: fields("typemod location", "names typmods arrayBounds"),
  CollateClause: fields("location", "arg collname"),
};

const PHRASES: Readonly<Record<string, string>> = {
  intoClause: "SELECT INTO",
  lockingClause: "Locking rows (FOR UPDATE, FOR SHARE)",
  recursive: "WITH RECURSIVE",
  search_clause: "SEARCH",
  cycle_clause: "CYCLE",
  useOp: "ORDER BY … USING",
  func_variadic: "VARIADIC",
  coldeflist: "A list of column definitions",
  catalogname: "Naming a database",
  setof: "SETOF",
  pct_type: "%TYPE",
  ParamRef: "A parameter such as $1",
  RangeTableSample: "TABLESAMPLE",
  RangeTableFunc: "XMLTABLE",
  JsonTable: "JSON_TABLE",
  XmlExpr: "XML",
  XmlSerialize: "XML",
  SetToDefault: "DEFAULT",
  CurrentOfExpr: "CURRENT OF",
};

/** A kind of node or a field that is not in the table, in a person's words. */
export function phraseFor(name: string): string {
  if (Object.hasOwn(PHRASES, name)) return PHRASES[name] as string;
  if (name.endsWith("Stmt")) return verbOf(name);
  if (name.startsWith("Json")) return "This JSON constructor";
  return "This part of SQL";
}

/** `CreateTableAsStmt` → `CREATE`. */
export function verbOf(kind: string): string {
  const [, verb = kind] = /^([A-Z][a-z]+)/.exec(kind) ?? [];
  return verb.toUpperCase();
}
