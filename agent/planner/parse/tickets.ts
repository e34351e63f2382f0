import type { Token } from "../text/tokenise.ts";
import { UNITS } from "../time/words.ts";
import type { Sem } from "./items.ts";

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
  if (!isId || isCount(tokens, next) || (isPlural && !isSigned)) return [];
  const cond = {
    k: "value" as const,
    said: `number ${id}`,
    options: [
      {
        view: "support_tickets" as const,
        dim: "ticket",
        filter: { member: "support_tickets.id" as const, op: "eq" as const, value: id },
      },
    ],
  };
  return [[next - at + 1, { cat: "noun", view: "support_tickets", conds: [cond] }]];
}

/** "ticket 3 days ago", "ticket 2 or more": an amount. */
function isCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return UNITS[next] !== undefined || ["or", "%", "percent", "times", "per", "x"].includes(next);
}
