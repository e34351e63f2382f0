import type { Filter, View } from "#query/query.ts";
import type { Token } from "../text/tokenise.ts";
import { UNITS } from "../time/words.ts";
import type { Cond, Option, Sem } from "./items.ts";

/** Rows that people call by their number. */
const KINDS: readonly { view: View; words: ReadonlySet<string> }[] = [
  { view: "support_tickets", words: new Set(["ticket", "tickets", "case", "tkt"]) },
  { view: "alerts", words: new Set(["alert", "alerts"]) },
  { view: "anomalies", words: new Set(["anomaly"]) },
];
const NUMBER_SIGN = new Set(["number", "no", "nr", "id", "#", "num"]);
const MAX_ID = 10_000_000;

/** "ticket 356", "case no. 12", "alert #7": one row by its number. */
export function numberedAt(tokens: readonly Token[], at: number): [number, Sem][] {
  const kind = KINDS.find(({ words }) => words.has(tokens[at]?.word ?? ""));
  if (!kind) return [];
  let next = at + 1;
  if (tokens[next]?.word === "with" || tokens[next]?.word === "the") next++;
  let isSigned = false;
  while (NUMBER_SIGN.has(tokens[next]?.word ?? "")) {
    isSigned = true;
    next++;
  }
  const token = tokens[next];
  const id = Number(token?.word);
  const isId = token?.kind === "number" && Number.isInteger(id) && id > 0 && id < MAX_ID;
  const isPlural = tokens[at]?.word.endsWith("s");
  if (
    !isId ||
    isCount(tokens, next) ||
    (isPlural && !isSigned && !JOINTS.has(tokens[next + 1]?.word ?? ""))
  )
    return [];
  const ids = [id];
  while (JOINTS.has(tokens[next + 1]?.word ?? "") && tokens[next + 2]?.kind === "number") {
    ids.push(Number(tokens[next + 2]?.word));
    next += 2;
  }
  if (isCount(tokens, next)) return [];
  const { view } = kind;
  const member = `${view}.id`;
  const filter: Filter =
    ids.length > 1 ? { member, op: "in", values: ids } : { member, op: "eq", value: id };
  const said = `number ${ids.join(", ")}`;
  const option: Option = { view, dim: "number", filter };
  const cond: Cond = { k: "value", said, options: [option] };
  return [[next - at + 1, { cat: "noun", view, conds: [cond] }]];
}

const JOINTS = new Set(["and", "or", ",", "&", "+"]);

/** "ticket 3 days ago", "ticket 2 or more": an amount. */
function isCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return UNITS[next] !== undefined || ["or", "%", "percent", "times", "per", "x"].includes(next);
}
