import type { Filter } from "#query/query.ts";
import { LASTING, type LastingName, lastingOf } from "../lexicon/lasting.ts";
import type { TimeSpan } from "../time/span.ts";
import { bundle, memberOf } from "./compose.ts";
import type { Duration, Item, ItemOf, Option, Sem } from "./items.ts";
import { as, joinedBy, of, type Rule, rule, word } from "./parts.ts";

/** "took more than 2 days to resolve in May" is not about what was resolved in May. */
const SURE = 4;

type AgeOp = ItemOf<"ageop">["op"];

/** "acknowledged within an hour", "not resolved in 2 days", "took more than a day to resolve". */
export const LASTING_RULES: readonly Rule[] = [
  rule("done within", [isDone, of("time", ({ time }) => isWithin(time))], (done, time) =>
    lasted(done, "lte", durationOf(as(time, "time").time)),
  ),
  rule("so many seconds", [of("number"), of("unit", ({ unit }) => unit === "second")], (n) => ({
    cat: "duration",
    duration: { amount: as(n, "number").value / 60, unit: "minute" },
  })),
  joinedBy(
    "in within",
    rule("done in", [isDone, of("duration")], (done, span) =>
      lasted(done, "lte", as(span, "duration").duration),
    ),
  ),
  rule("done in less or more than", [isDone, of("ageop", isElapsed)], (done, age) =>
    as(age, "ageop").op.startsWith("l") || !isUndone(done)
      ? lasted(done, as(age, "ageop").op, as(age, "ageop").duration)
      : null,
  ),
  rule(
    "not done within",
    [of("neg"), of("pred", isLastingPred), of("time", ({ time }) => isWithin(time))],
    (_, done, time) => lasted(done, "lte", durationOf(as(time, "time").time), true),
  ),
  rule(
    "not done in less than",
    [of("neg"), of("pred", isLastingPred), of("ageop", (age) => age.op.startsWith("l"))],
    (_, done, age) => lasted(done, as(age, "ageop").op, as(age, "ageop").duration, true),
  ),
  rule(
    "not done for longer than",
    [of("neg"), of("pred", isLastingPred), of("ageop", (age) => age.op.startsWith("g"))],
    (_, done, age) => bundle(undone(as(done, "pred")), age),
  ),
  rule("not done", [of("neg"), of("pred", isLastingPred)], (_, done) => undone(as(done, "pred"))),
  rule(
    "took longer, said in full",
    [word("took"), of("ageop", isElapsed), of("pred", (pred) => pred.infinitive === true)],
    (_, age, done) => lasted(done, as(age, "ageop").op, as(age, "ageop").duration),
    SURE,
  ),
  rule(
    "done by somebody",
    [
      of("pred", isLastingPred),
      of("by"),
      of("value", (value) => value.dim === "actor" && !value.cond.negated),
    ],
    (done, _, person) => bundle(as(done, "pred"), person),
  ),
  rule(
    "took longer to do",
    [of("ageop", isElapsed), of("pred", (pred) => pred.infinitive === true)],
    (age, done) => lasted(done, as(age, "ageop").op, as(age, "ageop").duration),
    SURE,
  ),
];

/** A verb that is over in some time. */
export function isLastingPred(pred: ItemOf<"pred">): boolean {
  return pred.inverse !== true && lastingOf(pred.members) !== null;
}

function isDone(item: Item): boolean {
  if (item.cat === "pred") return isLastingPred(item);
  return item.cat === "value" && nameOf(item) !== null;
}

function nameOf(item: Item | undefined): LastingName | null {
  if (item?.cat === "pred") return lastingOf(item.members);
  if (item?.cat !== "value" || !item.cond.options.some(({ filter }) => isEndOrWait(filter)))
    return null;
  return lastingOf(item.cond.options.flatMap((option) => memberOf(option.filter) ?? []));
}

/** "Delivered" and "not delivered" take their time; "failed or expired" says what came of it. */
function isEndOrWait(filter: Filter): boolean {
  return !("or" in filter) && !("value" in filter && FATES.has(String(filter.value)));
}

const FATES = new Set(["failed", "expired", "pending"]);

/** The value is the state before it is done: "unacknowledged", "not delivered". */
function isUndone(item: Item | undefined): boolean {
  const name = nameOf(item);
  if (item?.cat !== "value" || !name) return false;
  const texts = item.cond.options.map((option) => JSON.stringify(option.filter));
  const isSaid = Object.values(LASTING[name]).some(({ undone }) =>
    texts.includes(JSON.stringify(undone)),
  );
  return isSaid !== (item.cond.negated ?? false);
}

function lasted(
  done: Item | undefined,
  op: AgeOp,
  duration: Duration,
  negated = isUndone(done),
): Sem | null {
  const what = nameOf(done);
  if (!what) return null;
  return {
    cat: "cond",
    cond: { k: "lasted", what, op, duration, ...(negated ? { negated } : {}) },
  };
}

function undone(pred: ItemOf<"pred">): Sem | null {
  const name = lastingOf(pred.members);
  if (!name) return null;
  const options = Object.entries(LASTING[name]).map(
    ([view, { undone: filter }]): Option => ({ view: view as Option["view"], dim: "done", filter }),
  );
  return {
    cat: "value",
    dim: "done",
    cond: { k: "value", options, said: `not ${name}d` },
  };
}

function isElapsed(age: ItemOf<"ageop">): boolean {
  return age.ago !== true;
}

/** "within an hour", not "within the last hour". */
export function isWithin(time: TimeSpan): boolean {
  return time.k === "rolling" && time.within === true;
}

function durationOf(time: TimeSpan): Duration {
  if (time.k !== "rolling") throw new Error("Only a rolling span has a length.");
  return { amount: time.amount, unit: time.unit };
}
