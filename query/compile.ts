import type { Column } from "./answer.ts";
import { compileAggregate } from "./compile/aggregate.ts";
import { countGroups } from "./compile/count-groups.ts";
import { firstPer } from "./compile/first-per.ts";
import { keyNames } from "./compile/keys.ts";
import { compileList, listNames } from "./compile/list.ts";
import { toDailyRollup } from "./compile/rollup.ts";
import { newStatement, type Parameter } from "./compile/statement.ts";
import { isList } from "./mode.ts";
import type { Query } from "./query.ts";

export interface CompileOptions {
  /** The fleet's clock: where an open period ends, and what ages are measured to. */
  readonly now: Date;
  /** Zone for queries that name none. */
  readonly zone?: string | undefined;
  /** Rows to fetch at most; the query's own limit, when smaller, goes first. */
  readonly rowCap: number;
}

export interface CompiledQuery {
  /** One SELECT over the views of the contract, its values as parameters. */
  readonly text: string;
  /** Counts all rows of the query, past the cap. Takes the same parameters. */
  readonly countText: string;
  readonly parameters: readonly Parameter[];
  /** For people: the query's own limit, without the cap. */
  readonly plainText: string;
  readonly columns: readonly Column[];
}

/** A valid query (see `validate`) as SQL. No value of the query becomes part of the text. */
export function compile(query: Query, { now, zone, rowCap }: CompileOptions): CompiledQuery {
  const statement = newStatement(now, query.zone ?? zone ?? "UTC");
  const asked = toDailyRollup(query, statement.zone);
  const compiled = isList(asked)
    ? compileList(asked, statement)
    : compileAggregate(asked, statement);
  const { text, columns } = countGroups(asked, firstPer(asked, compiled, namesOf(asked)));
  const plainText = query.limit === undefined ? text : `${text}\nlimit ${query.limit}`;
  return {
    text: `${text}\nlimit ${Math.min(query.limit ?? rowCap, rowCap)}`,
    countText: `select count(*) as rows from (\n${plainText}\n) as answer`,
    plainText,
    parameters: statement.parameters,
    columns,
  };
}

/** The column in which a measure, a group or a column of the list is shown. */
function namesOf(query: Query): (by: string) => string | undefined {
  const members = isList(query)
    ? (query.columns ?? [])
    : (query.groupBy ?? []).map((g) => g.member);
  const names = isList(query) ? listNames(members, query) : keyNames(query);
  return (by) => {
    if (query.measures?.some(({ as }) => as === by)) return by;
    return names[members.indexOf(by)] ?? names.find((name) => name === by);
  };
}
