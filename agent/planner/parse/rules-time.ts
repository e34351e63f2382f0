import type { Member } from "#query/query.ts";
import { inARow } from "../time/in-a-row.ts";
import { bundle } from "./compose.ts";
import type { Item, ItemOf, Option, Sem } from "./items.ts";
import { as, joinedBy, of, type Rule, rule, word } from "./parts.ts";
import { isLastingPred, isWithin } from "./rules-lasting.ts";

/** Two times that are compared stay two. */
const NO_COMPARISON = -3;

/** What happened, or did not, and when. */
export const TIME_RULES: readonly Rule[] = [
  joinedBy(
    ", and & / plus in on for",
    rule(
      "times in a row",
      [of("time"), of("time")],
      (first, second) => {
        const isJoined = first !== undefined && second !== undefined && first.end < second.start;
        const time = isJoined ? inARow(as(first, "time").time, as(second, "time").time) : null;
        return time && { cat: "time", time };
      },
      NO_COMPARISON,
    ),
  ),
  joinedBy(
    "or and / on in for during",
    rule("either of two times", [of("time"), word("or"), of("time")], (first, _, second) => {
      const time = inARow(as(first, "time").time, as(second, "time").time);
      if (time?.k !== "days") return null;
      const { named: _named, ends: _ends, ...span } = time;
      return { cat: "time", time: span };
    }),
  ),
  rule("per day of the weekend", [of("by"), of("time", isKindOfDay)], (_, days) => ({
    cat: "bundle",
    parts: [
      { cat: "grain", grain: "day", adjective: true },
      { cat: "time", time: as(days, "time").time },
    ],
  })),
  rule("happened in time", [of("pred", (pred) => !pred.inverse), of("time")], (pred, time) =>
    isLastingPred(as(pred, "pred")) && isWithin(as(time, "time").time)
      ? null
      : {
          cat: "cond",
          cond: { k: "time", members: as(pred, "pred").members, time: as(time, "time").time },
        },
  ),
  rule("happened per day", [of("pred", isLastingPred), isPerGrain], (pred, grain) =>
    bundle(as(pred, "pred"), grain),
  ),
  rule(
    "not happened in time",
    [isNo, of("pred", (pred) => !pred.inverse), of("time", ({ time }) => !isWithin(time))],
    (_, pred, time) => ({
      cat: "cond",
      cond: {
        k: "time",
        members: as(pred, "pred").members,
        time: as(time, "time").time,
        negated: true,
      },
    }),
  ),
  rule(
    "did not happen in time",
    [of("pred", (pred) => pred.inverse === true), of("time")],
    (pred, time) => ({
      cat: "cond",
      cond: {
        k: "time",
        members: as(pred, "pred").members,
        time: as(time, "time").time,
        negated: true,
      },
    }),
  ),
  rule(
    "never happened",
    [word("without"), of("pred", ({ inverse, members }) => !inverse && members.some(mayLack))],
    (_, pred) => dateMissing(as(pred, "pred").members),
  ),
  rule("happened long ago", [of("pred", (pred) => !pred.inverse), of("ageop")], (pred, age) =>
    isLastingPred(as(pred, "pred")) && !as(age, "ageop").ago
      ? null
      : {
          cat: "cond",
          cond: {
            k: "age",
            members: as(pred, "pred").members,
            op: as(age, "ageop").op,
            duration: as(age, "ageop").duration,
          },
        },
  ),
  rule(
    "not happened for long",
    [isNo, of("pred", (pred) => !pred.inverse && !isLastingPred(pred)), of("ageop")],
    (_, pred, age) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: as(age, "ageop").op,
        duration: as(age, "ageop").duration,
        negated: true,
      },
    }),
  ),
  rule(
    "gone for long",
    [of("pred", (pred) => pred.inverse === true), of("ageop")],
    (pred, age) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: as(age, "ageop").op,
        duration: as(age, "ageop").duration,
        negated: true,
      },
    }),
  ),
  rule(
    "not happened for",
    [isNo, of("pred", (pred) => !pred.inverse && !isLastingPred(pred)), of("duration")],
    (_, pred, span) => ({
      cat: "cond",
      cond: {
        k: "age",
        members: as(pred, "pred").members,
        op: "gt",
        duration: as(span, "duration").duration,
        negated: true,
      },
    }),
  ),
  rule("gone for", [of("pred", (pred) => pred.inverse === true), of("duration")], (pred, span) => ({
    cat: "cond",
    cond: {
      k: "age",
      members: as(pred, "pred").members,
      op: "gt",
      duration: as(span, "duration").duration,
      negated: true,
    },
  })),
];

/** "Weekend day", "working day". */
function isKindOfDay({ time }: ItemOf<"time">): boolean {
  return time.k === "recurring" && time.grain === "weekday" && / day$/.test(time.label);
}

/** "Not seen", "no sign of life". */
function isNo(item: Item): boolean {
  return item.cat === "neg" || (item.cat === "word" && item.word === "without");
}

/** "Per day", "weekly". */
function isPerGrain(item: Item): boolean {
  if (item.cat === "grain") return item.adjective;
  return item.cat === "group" && item.groups.every((group) => group.k === "grain");
}

/** Dates that a SIM may be without. */
function mayLack(member: string): boolean {
  return /^outlook_|activated_at$|predicted_date$/.test(member);
}

/** "With no exhaustion date": the date is missing. */
function dateMissing(members: readonly Member[]): Sem {
  const options = members.map(
    (member): Option => ({
      view: "sims",
      dim: "date",
      filter: { member, op: "is_null" },
    }),
  );
  return { cat: "value", dim: "date", cond: { k: "value", options, said: "no such date" } };
}
