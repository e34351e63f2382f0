import { ALSO_STATE, LOGGED } from "../lexicon/desk-values.ts";
import type { Cond, Item, ItemOf, Option } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

export type ValueCond = Extract<Cond, { k: "value" }>;

export interface Act {
  readonly item: Item;
  readonly cond: ValueCond;
  /** Nothing but the audit log knows of it: a top-up, a rename. */
  readonly isOnlyLogged: boolean;
  /** What stays of the item without the act. */
  readonly rest: Item[];
}

const ACT_OF_DATE: Readonly<Record<string, string>> = {
  "sims.activated_at": "sim.activate",
  "sims.deactivated_at": "sim.deactivate",
};

export function actsOf(pool: Pool): Act[] {
  return pool.items.flatMap((item): Act[] => {
    if (item.cat === "value") {
      const cond = asAct(item.cond);
      return cond ? [{ item, cond, isOnlyLogged: isOnlyLogged(item.cond), rest: [] }] : [];
    }
    if (item.cat === "noun") return nounActs(item);
    return datedAct(item);
  });
}

function nounActs(item: ItemOf<"noun">): Act[] {
  if (item.view !== "sims") return [];
  const acts = item.conds.flatMap((cond) => (cond.k === "value" ? (asAct(cond) ?? []) : []));
  const [cond] = acts;
  if (!cond || acts.length > 1) return [];
  const conds = item.conds.filter((one) => one.k !== "value" || asAct(one) === null);
  return [{ item, cond, isOnlyLogged: false, rest: [{ ...item, conds }] }];
}

const ACT_OF_STATE: Readonly<Record<string, string>> = {
  active: "sim.activate",
  suspended: "sim.suspend",
  deactivated: "sim.deactivate",
};

/** "who deactivated cards": right behind "who" it is the verb, not a state of the cards. */
export function whoDid(pool: Pool, who: Item | null): Act[] {
  const made = pool.peek(
    "pred",
    (pred) => pred.start === who?.end && pred.members.includes("sims.created_at"),
  )[0];
  const sims = pool.peek("noun", (item) => item.view === "sims" && item.start === made?.end)[0];
  if (made && sims)
    return [{ item: made, cond: actCond("sim.create"), isOnlyLogged: true, rest: [] }];
  const noun = pool.peek("noun", (item) => item.view === "sims" && item.start === who?.end)[0];
  const state = noun?.conds.find((cond) => stateOf(cond) !== null);
  const action = state && ACT_OF_STATE[stateOf(state) ?? ""];
  if (!noun || !action) return [];
  const rest = { ...noun, conds: noun.conds.filter((cond) => cond !== state), weak: true };
  return [{ item: noun, cond: actCond(action), isOnlyLogged: false, rest: [rest] }];
}

function stateOf(cond: Cond): string | null {
  if (cond.k !== "value" || cond.negated || /\bnot\b|^un/.test(cond.said)) return null;
  const states = cond.options.flatMap(({ filter }) =>
    "member" in filter && filter.member === "sims.status" && "value" in filter
      ? [filter.value]
      : [],
  );
  return typeof states[0] === "string" ? states[0] : null;
}

function actCond(action: string): ValueCond {
  return {
    k: "value",
    said: action,
    options: [
      {
        view: "audit_logs",
        dim: "action",
        filter: { member: "audit_logs.action", op: "eq", value: action },
      },
    ],
  };
}

/** "activated last week": the same verb, and its time. */
function datedAct(item: Item): Act[] {
  const members = item.cat === "pred" ? item.members : [];
  const dated = item.cat === "cond" && item.cond.k === "time" ? item.cond : null;
  const action = ACT_OF_DATE[(dated?.members ?? members)[0] ?? ""];
  if (!action) return [];
  const { start, end } = item;
  return [
    {
      item,
      cond: actCond(action),
      isOnlyLogged: false,
      rest: dated ? [{ cat: "time", time: dated.time, start, end, score: 0 }] : [],
    },
  ];
}

const ACTS = new Set([LOGGED, ALSO_STATE]);

function asAct(cond: ValueCond): ValueCond | null {
  const options = logged(cond.options).filter((option) => ACTS.has(option.dim));
  return options.length > 0 ? { ...cond, options } : null;
}

function isOnlyLogged(cond: ValueCond): boolean {
  return cond.options.every((option) => option.dim === LOGGED);
}

export function logged(options: readonly Option[]): Option[] {
  return options.filter((option) => option.view === "audit_logs");
}
