import type { ItemOf } from "../parse/items.ts";
import { addDays, startOf, step } from "../time/calendar.ts";
import { before } from "../time/resolve.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { type Moved, multipleOf, takeExcess, turned } from "./moved.ts";
import { Trouble } from "./trouble.ts";

interface Spans {
  readonly a: TimeSpan;
  readonly b: TimeSpan;
  readonly change: boolean;
  /** What is asked of the two, where only rows of which it holds are meant. */
  readonly moved?: Moved;
}

/** "More in A than in B": B may be the later one, and is then shown first. */
function held(first: TimeSpan, second: TimeSpan, moved: Moved, time: TimeContext): Spans {
  const spans = ordered(first, second, time);
  return { ...spans, moved: spans.a === first ? moved : turned(moved) };
}

/** The two periods that a question holds against each other; null where it names none. */
export function takeSpans(task: Task): Spans | null {
  const { pool, time } = task;
  const kinds = takeKindsOfDays(task);
  if (kinds) return kinds;
  const compares = pool.take("compare");
  const exact =
    compares.find((item) => item.a.k !== "relative") ??
    compares.find((item) => item.b.k !== "relative");
  if (exact?.op) {
    const plain: Moved = { op: exact.op, by: "factor", value: 1 };
    return held(exact.a, exact.b, takeExcess(task, exact) ?? plain, time);
  }
  if (exact) return ordered(exact.a, exact.b, time);
  const [loose] = compares;
  if (loose) {
    const unit =
      loose.a.k === "relative" && (loose.a.unit === "week" || loose.a.unit === "month")
        ? loose.a.unit
        : "week";
    const times = pool.take("time").map((item) => item.time);
    if (times.length === 2 && times[0] && times[1]) return ordered(times[0], times[1], time);
    if (times[0]) return ordered(times[0], { k: "relative", unit: "span", label: "" }, time);
    const to = startOf(unit, time.today);
    const from = step(to, unit, -1);
    const a: TimeSpan = { k: "days", from, to, unit, label: `last ${unit}` };
    return {
      a,
      b: { k: "days", from: step(from, unit, -1), to: from, unit, label: `the ${unit} before` },
      change: false,
    };
  }
  const multiple = multipleOf(task);
  if (multiple) return held(multiple.a, multiple.b, multiple.moved, time);
  const times = pool.peek("time");
  const [range] = times;
  const ends = range?.time.k === "days" ? range.time.ends : undefined;
  const isNamed = range?.time.k === "days" && range.time.named !== undefined;
  const isVersus = isNamed && pool.peek("versusword").length > 0;
  if (ends && times.length === 1 && (isVersus || pool.peek("change").length > 0)) {
    pool.take("time");
    return { ...ordered(ends[0], ends[1], time), change: !isVersus };
  }
  const isAskedTwice = pool.peek("ask", ({ what }) => what === "much").length === 2; // "how much in May, and how much in June"
  const wants =
    isAskedTwice || pool.peek("change").length > 0 || pool.peek("versusword").length > 0;
  if (wants && times.length === 2 && times[0] && times[1]) {
    pool.take("time");
    return ordered(times[0].time, times[1].time, time);
  }
  if (
    pool.peek("change").length > 0 &&
    times.length === 1 &&
    times[0] &&
    (pool.peek("metric").length > 0 || task.subject.noun) &&
    pool.peek("grain").length === 0
  ) {
    pool.take("time");
    const base = periodSince(times[0], task);
    if (base) return { ...ordered(base, times[0].time, time), change: true };
    refuseSince(times[0].time);
    return {
      ...ordered(times[0].time, { k: "relative", unit: "span", label: "" }, time),
      change: true,
    };
  }
  return null;
}

type Recurring = Extract<TimeSpan, { k: "recurring" }>;

const isRecurring = (span: TimeSpan | undefined): span is Recurring => span?.k === "recurring";

/** "Weekdays and weekends": no day is both, so that they can only be held against each other. */
function takeKindsOfDays({ pool }: Task): Spans | null {
  const compare = pool.peek("compare", ({ a, b }) => isRecurring(a) && isRecurring(b))[0];
  const times = pool.peek("time", ({ time }) => isRecurring(time));
  const [a, b, ...more] = compare ? [compare.a, compare.b] : times.map(({ time }) => time);
  if (!isRecurring(a) || !isRecurring(b) || more.length > 0 || a.grain !== b.grain) return null;
  if (a.values.some((value) => b.values.includes(value))) return null;
  for (const item of compare ? [compare] : times) pool.drop(item);
  pool.has("between");
  const { op } = compare ?? {};
  return { a, b, change: false, ...(op ? { moved: { op, by: "factor", value: 1 } } : {}) };
}

/** "Has doubled since July": against July itself, or against the time before it. */
function refuseSince(span: TimeSpan): void {
  const isOpen = span.k === "days" && span.unit === "span" && span.label.startsWith("since");
  if (isOpen)
    throw new Trouble(
      `${span.label.charAt(0).toUpperCase()}${span.label.slice(1)}: compared with which period before?`,
      "compare",
    );
}

/** "Gone up compared to last month": this month is what is compared; null where the time is what is asked about. */
function periodSince(base: ItemOf<"time">, { words, time }: Task): TimeSpan | null {
  const [lead = "", article = ""] = [words[base.start - 1], words[base.start - 2]];
  if (!/^(?:to|with|against|versus|vs|than)$/.test(lead === "the" ? article : lead)) return null;
  const span = base.time;
  if (span.k !== "days" || !span.unit || span.unit === "span")
    throw new Trouble("Compared with which period?", "compare");
  const from = startOf(span.unit, time.today);
  if (span.to !== from)
    throw new Trouble(`Which period should be compared with ${span.label}?`, "compare");
  return {
    k: "days",
    from,
    to: step(from, span.unit, 1),
    unit: span.unit,
    label: `this ${span.unit}`,
  };
}

/** The later period first; a relative one is reckoned from the other. */
function ordered(first: TimeSpan, second: TimeSpan, time: TimeContext): Spans {
  const [anchor, other] = first.k === "relative" ? [second, first] : [first, second];
  if (other.k === "relative") {
    const b = before(anchor, other.unit, time, other);
    if (!b) throw new Trouble("Compared with which period?", "compare");
    return { a: anchor, b: { ...b, label: other.label || b.label }, change: false };
  }
  const start = (span: TimeSpan) =>
    "from" in span && span.from ? span.from : addDays(time.today, 0);
  return start(anchor) >= start(other)
    ? { a: anchor, b: other, change: false }
    : { a: other, b: anchor, change: false };
}
