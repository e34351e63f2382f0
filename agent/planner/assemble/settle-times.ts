import type { Grain } from "#query/query.ts";
import { daysBetween } from "../time/calendar.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** "July, August and September": together, or each by itself, where the question adds something up. */
export function settleTimes(pool: Pool, words: readonly string[]): void {
  settleExplained(pool, words);
  settleHeldAgainst(pool);
  refuseApart(pool, words);
  refuseOneOrOther(pool, words);
  settleDaysOfWeeks(pool);
  const [list] = pool.peek("time", ({ time }) => time.k === "days" && time.named !== undefined);
  if (list?.time.k !== "days" || !list.time.named || list.time.named === "span") return;
  const isSplit =
    pool.peek("grain").length > 0 ||
    pool.peek("group", ({ groups }) => groups.some((group) => group.k === "grain")).length > 0;
  if (isBeside(words) && pool.peek("versusword").length === 0)
    pool.put({ cat: "versusword", start: list.start, end: list.end, score: 0 });
  const isCompared = pool.peek("versusword").length > 0 || pool.peek("change").length > 0;
  if (isSplit || (isCompared && list.time.ends)) return;
  const { start, end } = list;
  const grain: Grain = list.time.named;
  if (isCompared) {
    pool.take("versusword");
    pool.put({ cat: "group", groups: [{ k: "grain", grain }], start, end, score: 0 });
    return;
  }
  const addsUp = pool.peek("metric").length > 0 || pool.asks("count") || pool.asks("often");
  const isRecurring = pool.peek("time", ({ time }) => time.k === "recurring").length > 0;
  if (isRecurring && pool.peek("agg", ({ agg }) => agg === "avg").length > 0) return;
  const isTotal =
    pool.peek("agg", ({ agg }) => agg === "sum").length > 0 ||
    pool.peek("metric", ({ agg }) => agg === "sum").length > 0;
  if (addsUp && !isTotal)
    throw new Trouble(`“${list.time.label}”: added up, or each ${grain} by itself?`, "time");
}

/** "September and October next to each other". */
function isBeside(words: readonly string[]): boolean {
  return /\b(?:next to|beside) (?:each other|one another)\b|\bside by side\b|\bin two columns\b/.test(
    words.join(" "),
  );
}

/** "Tickets opened in September versus August": the day of opening is of both times. */
function settleHeldAgainst(pool: Pool): void {
  const [dated, ...others] = pool.peek("cond", ({ cond }) => cond.k === "time");
  const isVersus = pool.peek("versusword", ({ start }) => start === dated?.end).length > 0;
  if (dated?.cond.k !== "time" || !isVersus || others.length > 0) return;
  if (pool.peek("time").length !== 1) return;
  const { start, end, cond } = dated;
  pool.drop(dated);
  pool.put(
    { cat: "pred", members: cond.members, start, end, score: 0 },
    { cat: "time", time: cond.time, start, end, score: 0 },
  );
}

/** "Monday to Friday in September": those days of each of its weeks. */
function settleDaysOfWeeks(pool: Pool): void {
  const [range, ...others] = pool.peek("time", ({ time }) => time.k === "days" && !!time.weekdays);
  const [whole, ...more] = pool.peek("time", (item) => item !== range);
  if (range?.time.k !== "days" || !range.time.weekdays || others.length + more.length > 0) return;
  if (!whole || lengthOf(whole.time) <= 7) return;
  const { weekdays: values, label } = range.time;
  pool.drop(range);
  pool.put({ ...range, time: { k: "recurring", grain: "weekday", values, label } });
}

function lengthOf(span: TimeSpan): number {
  if (span.k === "days" && span.from) return span.to ? daysBetween(span.from, span.to) : Infinity;
  return span.k === "rolling" && !/hour|minute/.test(span.unit) ? Infinity : 0;
}

/** "The coming week (the seven days from tomorrow)": the second time says what the first one means. */
function settleExplained(pool: Pool, words: readonly string[]): void {
  const times = pool.peek("time").toSorted((a, b) => a.start - b.start);
  for (const [index, time] of times.entries()) {
    const next = times[index + 1];
    const between = next ? words.slice(time.end, next.start) : [];
    const isBroken = between.includes(".") && between.every((word) => EXPLAINING.has(word));
    if (isBroken) pool.drop(time);
  }
}

const EXPLAINING = new Set([".", ",", "the", "that", "is", "meaning", "so", "from"]);

/** "Did we use more this week or last week": rows of either are listed or counted, figures of either are not added up. */
function refuseOneOrOther(pool: Pool, words: readonly string[]): void {
  const [either] = pool.peek(
    "time",
    ({ time, start, end }) =>
      time.k === "days" && ONE_OR_OTHER.test(words.slice(start, end).join(" ")),
  );
  const isFigure =
    (["metric", "cmp", "superlative", "versusword", "change"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    ) ||
    /^(?:which|what) (?:day|week|weekend|month|quarter|year|was|is|had|one)\b/.test(
      words.join(" "),
    );
  if (either && isFigure)
    throw new Trouble(`“${either.time.label}”: together, or each by itself?`, "time");
}

/** "12 October or later" is one time. */
const ONE_OR_OTHER = /\bor\b(?! (?:later|after|before|earlier|newer|older|since))/;

const JOINTS = new Set([",", "and", "&", "or", "on", "in"]);

/** "Sent on Monday and Wednesday": a second time beside that of a verb, and no row lies in both. */
function refuseApart(pool: Pool, words: readonly string[]): void {
  for (const { cond, end } of pool.peek("cond"))
    for (const { time, start } of pool.peek("time")) {
      const between = words.slice(end, start);
      const isListed = start > end && between.every((word) => JOINTS.has(word));
      if (cond.k !== "time" || cond.time.k !== "days" || time.k !== "days" || !isListed) continue;
      throw new Trouble(`“${cond.time.label}” and “${time.label}”: which of the two?`, "time");
    }
}
