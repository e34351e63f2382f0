export type ParameterType =
  | "text"
  | "bigint"
  | "numeric"
  | "timestamptz"
  | "date"
  | "boolean"
  | "inet";

export interface Parameter {
  readonly value: string | boolean;
  readonly type: ParameterType;
}

/** What one compiled statement collects on the way: its parameters, and names that are taken. */
export interface Statement {
  readonly parameters: Parameter[];
  readonly now: Date;
  /** IANA zone in which instants fall into days. */
  readonly zone: string;
  readonly taken: Set<string>;
}

export function newStatement(now: Date, zone: string): Statement {
  return { parameters: [], now, zone, taken: new Set() };
}

/** A value as a placeholder: the only way by which anything from a query gets into a statement. */
export function bind(
  statement: Statement,
  value: string | number | boolean,
  type: ParameterType,
): string {
  statement.parameters.push({ value: typeof value === "boolean" ? value : String(value), type });
  return `$${statement.parameters.length}::${type}`;
}

export function bindNow(statement: Statement): string {
  return bind(statement, statement.now.toISOString(), "timestamptz");
}

/** UTC stands as itself, so that the commonest statements read well. */
export function zoneSql(statement: Statement): string {
  return statement.zone === "UTC" ? "'UTC'" : bind(statement, statement.zone, "text");
}

/** `name`, or `name_2`, `name_3` … where that is taken in this statement. */
export function freeName(statement: Statement, name: string): string {
  let free = name;
  for (let n = 2; statement.taken.has(free); n++) free = `${name}_${n}`;
  statement.taken.add(free);
  return free;
}
