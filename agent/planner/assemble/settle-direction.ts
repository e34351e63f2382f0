import { memberOf } from "../parse/compose.ts";
import type { Cond, Item, NounSem } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

type Direction = "mt" | "mo";
const DIRECTION = "sms_messages.direction";

const RECEIVES = new Set(["got", "get", "gets", "received", "receive", "receives", "getting"]);
const SENDS = new Set(["sent", "send", "sends", "sending", "texted", "wrote"]);
const REACH = 4;

/** "which SIM got most texts", "that did not send an SMS", "devices we did not text": the verb says which way. */
export function settleDirection(pool: Pool, words: readonly string[]): void {
  const noun = pool.peek("noun", isOpen)[0];
  const conds = pool.peek(
    "cond",
    ({ cond }) => (cond.k === "related" || cond.k === "count") && isOpen(cond.noun),
  );
  const [said] = pool.peek("value", (value) => value.dim === "direction");
  if (said && (noun || conds.length !== 1 || said.cond.negated)) return;
  const direction =
    bySide(pool, noun, words) ?? arriving(pool, words) ?? byUs(words) ?? bySims(pool, words);
  const sent = said?.cond ?? (direction && isSent(direction));
  if (!sent) return;
  if (said) pool.drop(said);
  if (noun) {
    pool.drop(noun);
    pool.put({ ...noun, conds: [...noun.conds, sent] });
  }
  for (const item of conds) {
    const { cond } = item;
    if (cond.k !== "related" && cond.k !== "count") continue;
    pool.drop(item);
    const told = { ...cond.noun, conds: [...cond.noun.conds, sent] };
    pool.put({ ...item, cond: { ...cond, noun: told } });
  }
}

/** Messages of which nothing says yet which way they went. */
function isOpen({ view, conds }: NounSem): boolean {
  return view === "sms_messages" && !conds.some(condHasDirection);
}

/** "texts to X", "the last SMS from X": a SIM or its owner is the other end. */
function bySide(pool: Pool, noun: Item | undefined, words: readonly string[]): Direction | null {
  if (!noun) return null;
  const side = words[noun.end];
  const isEnd = pool.items.some(
    (item) =>
      item.start > noun.end &&
      item.start <= noun.end + 2 &&
      ((item.cat === "value" && ["sim", "customer", "tag"].includes(item.dim ?? "")) ||
        (item.cat === "noun" && item.view === "sims")),
  );
  if (!isEnd) return null;
  return side === "to" ? "mt" : side === "from" ? "mo" : null;
}

/** "we did not text", "from us", "to us": our side is always the other one than the SIM's. */
function byUs(words: readonly string[]): Direction | null {
  const said = words.join(" ");
  const isOurs =
    /\bwe (?:have |did |do )?(?:not |never )?(?:ever )?(?:sent|send|text|texted|message|messaged|wrote to)\b|\b(?:from|by) us\b/;
  if (isOurs.test(said)) return "mt";
  return /\b(?:to us|(?:text|texts|texted|sent|send|sends|wrote|told) us)\b/.test(said)
    ? "mo"
    : null;
}

/** "How many came in": to us. */
function arriving(pool: Pool, words: readonly string[]): Direction | null {
  const comes = [...pool.peek("pred"), ...pool.peek("cond", ({ cond }) => cond.k === "time")];
  return comes.some(({ start, end }) =>
    /^c[ao]me? in\b|^arrive/.test(words.slice(start, end).join(" ")),
  )
    ? "mo"
    : null;
}

function bySims(pool: Pool, words: readonly string[]): Direction | null {
  const verb = words.findIndex((word) => RECEIVES.has(word) || SENDS.has(word));
  if (verb < 0) return null;
  const isSubject = (item: Item) => item.end <= verb && verb - item.end <= REACH;
  const sims = [
    ...pool.peek("noun", (item) => item.view === "sims" && !item.weak),
    ...pool.peek("value", (value) => value.dim === "sim"),
    ...pool.peek("group", (group) => group.groups.some((one) => one.k === "sim")),
  ];
  const between = (item: Item) => words.slice(item.end, verb);
  const subject = sims.find(
    (item) => isSubject(item) && between(item).every((word) => LEADING.has(word)),
  );
  if (!subject) return null;
  return RECEIVES.has(words[verb] ?? "") ? "mt" : "mo";
}

/** What may stand between the SIM and its verb: not "we", and not "was". */
const LEADING = new Set(
  "that which who has have had did do does not never ever also already still yet actually really just last first lately recently now then 's".split(
    " ",
  ),
);

function isSent(direction: Direction): Cond {
  return {
    k: "value",
    said: direction === "mt" ? "to the device" : "from the device",
    options: [
      {
        view: "sms_messages",
        dim: "direction",
        filter: { member: DIRECTION, op: "eq", value: direction },
      },
    ],
  };
}

function condHasDirection(cond: Cond): boolean {
  return cond.k === "value" && cond.options.some(({ filter }) => memberOf(filter) === DIRECTION);
}
