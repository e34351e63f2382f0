import type { Filter } from "#query/query.ts";
import type { Token } from "../text/tokenise.ts";
import { UNITS } from "../time/words.ts";
import type { Cond, Option, Sem } from "./items.ts";

const TICKET = new Set(["ticket", "tickets", "case", "tkt"]);
const NUMBER_SIGN = new Set(["number", "no", "nr", "id", "#", "num"]);
const MAX_ID = 10_000_000;

/** "ticket 356", "case no. 12", "ticket #7": one ticket by its number. */
export function ticketsAt(tokens: readonly Token[], at: number): [number, Sem][] {
  if (!TICKET.has(tokens[at]?.word ?? "")) return [];
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
  const isPlural = tokens[at]?.word === "tickets";
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
  const member = "support_tickets.id";
  const filter: Filter =
    ids.length > 1 ? { member, op: "in", values: ids } : { member, op: "eq", value: id };
  const said = `number ${ids.join(", ")}`;
  const option: Option = { view: "support_tickets", dim: "ticket", filter };
  const cond: Cond = { k: "value", said, options: [option] };
  return [[next - at + 1, { cat: "noun", view: "support_tickets", conds: [cond] }]];
}

const JOINTS = new Set(["and", "or", ",", "&", "+"]);

/** "ticket 3 days ago", "ticket 2 or more": an amount. */
function isCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return UNITS[next] !== undefined || ["or", "%", "percent", "times", "per", "x"].includes(next);
}
