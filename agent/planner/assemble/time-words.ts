import type { Member, View } from "#query/query.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

/** "Usage by Friday": nothing says since when, and only what happens once is done by a day. */
export function refuseUntil(spans: readonly TimeSpan[]): void {
  const open = spans.find(
    (span) => span.k === "days" && !span.from && span.label.startsWith("by "),
  );
  const isBounded = spans.some((span) => span.k === "days" && span.from !== undefined);
  if (open && !isBounded)
    throw new Trouble(`“${open.label}”: on that day, or from which day until then?`, "time");
}

/** "On 3 and 7 October": no row lies in both. */
export function refuseApart(spans: readonly TimeSpan[]): void {
  if (spans.length > 1 && spans.some((span) => span.k === "rolling" && span.within))
    throw new Trouble("Within that time of what?", "time");
  const ofNow = spans.filter((span) => span.k === "rolling" && span.unit !== "hour");
  const bounded = spans.filter((span) => span.k === "days" && span.from && span.to);
  if (ofNow.length > 0 && ofNow.length + bounded.length > 1)
    throw new Trouble("Two periods at once: which one, or one held against the other?", "time");
  const days = spans.filter((span) => span.k === "days");
  for (const a of days)
    for (const b of days)
      if (a.to && b.from && a.to <= b.from)
        throw new Trouble(`“${a.label}” and “${b.label}”: together, or each by itself?`, "time");
}

/** "Resolved last week, per day": what is dated by a verb falls into the days of that verb. */
export function datedBy({ pool }: Task, from: View): Member | null {
  const dates = pool
    .peek("cond", ({ cond }) => cond.k === "time" && !cond.negated)
    .flatMap(({ cond }) => (cond.k === "time" ? cond.members : []))
    .filter((member) => member.startsWith(`${from}.`));
  return dates[0] ?? null;
}

/** "Which day", "at which hour of the day": one of them, where they are ranked. */
export function asksForOneTime({ pool, words }: Task): boolean {
  const asks = [...pool.peek("ask", ({ what }) => what === "which"), ...pool.peek("superlative")];
  return pool
    .peek("grain")
    .some(
      ({ start, end }) =>
        asks.some((ask) => ask.end === start) &&
        !words
          .slice(start, end)
          .some((word) => /^(?:hours|days|dates|weeks|months|weekdays)$/.test(word)),
    );
}
