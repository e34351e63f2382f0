import { Pool } from "./assemble/pool.ts";
import type { MetricName } from "./lexicon/metrics.ts";
import { memberOf } from "./parse/compose.ts";
import type { Cond, Item, ItemOf, NounSem } from "./parse/items.ts";
import type { Reading } from "./read.ts";
import { before } from "./time/resolve.ts";
import type { TimeContext, TimeSpan } from "./time/span.ts";

const CUES =
  /^(and|or|ok|okay|now|same|only|just|also|but|no|instead|what about|how about|then|plus|as well|again|likewise|ditto|split|break|group|by|per|sort|order|without|with|excluding|including|for|in|on|make|switch|show (it|them|that|me the same)|the same|which of (them|these|those)|of (those|them|these)|how many of (them|these|those))\b/;

/** Whether a question leans on the one before: it begins like one, points back, or is only a part. */
export function isFollowUp(reading: Reading): boolean {
  const text = reading.words.join(" ");
  const { items } = reading;
  const has = (cat: Item["cat"]) => items.some((item) => item.cat === cat);
  const strong = items.some((item) => item.cat === "noun" && !item.weak);
  const pointsBack = items.some(
    (item) => item.cat === "word" && ["pronoun", "same", "instead"].includes(item.word),
  );
  const named = items.some((item) => item.cat === "value" && item.dim === "sim");
  const cue =
    CUES.test(text) ||
    /\b(only|instead|too|as well|please instead)( please| pls)?( \?)?$/.test(text);
  const complete =
    (has("metric") || strong) &&
    (has("time") || has("group") || has("value") || has("cond") || has("ask"));
  if (pointsBack && !named && !(strong && complete && !cue)) return true;
  if (cue) return !(complete && strong && has("metric"));
  if (!strong && has("metric") && reading.words.length <= 4 && !has("time") && !has("value"))
    return true;
  return !strong && !has("metric") && !has("compare") && !has("dim");
}

/** The items of the earlier question, changed as the later one says. */
export function edit(earlier: Reading, later: Reading, time: TimeContext): Reading {
  const offset = earlier.words.length;
  const pool = new Pool(earlier.items);
  const fresh = new Pool(
    later.items.map((item) => ({ ...item, start: item.start + offset, end: item.end + offset })),
  );
  const dropAll = <C extends Item["cat"]>(cat: C, test?: (item: ItemOf<C>) => boolean) =>
    pool.take(cat, test);
  editTimes(pool, fresh, time);
  editNouns(pool, fresh);
  for (const value of fresh.take("value")) {
    if (value.dim === "quota_type" && swapQuota(pool, value)) continue;
    dropAll("value", (old) => old.dim === value.dim);
    editConds(pool, value);
    pool.put(value);
  }
  const metrics = fresh.take("metric");
  const grains = fresh.take("grain");
  if (metrics.length > 0) {
    const agg = pool
      .peek("metric")
      .map((item) => item.agg)
      .find((one) => one !== undefined);
    dropAll("metric");
    pool.put(...metrics.map((item) => (agg && !item.agg ? { ...item, agg } : item)));
  }
  if (grains.length > 0) {
    dropAll("grain");
    removeGroups(pool, "grain");
    pool.put(...grains);
  }
  for (const group of fresh.take("group")) {
    const kinds = new Set(group.groups.map((one) => one.k));
    const replaces = later.items.some((item) => item.cat === "word" && item.word === "instead");
    if (kinds.has("grain")) {
      dropAll("grain");
      removeGroups(pool, "grain");
    }
    if (replaces) removeGroups(pool, "dim");
    pool.put(group);
  }
  for (const cat of ["top", "superlative", "order", "unit", "agg"] as const) {
    const found = fresh.take(cat);
    if (found.length === 0) continue;
    if (cat === "top" || cat === "superlative") {
      dropAll("top");
      dropAll("superlative");
    } else dropAll(cat);
    pool.put(...found);
  }
  if (fresh.asks("count"))
    dropAll("ask", (item) => ["list", "which", "exists"].includes(item.what));
  for (const cond of fresh.take("cond")) {
    dropAll("cond", (old) => sameKind(old.cond, cond.cond));
    pool.put(cond);
  }
  pool.put(...fresh.items.filter((item) => item.cat !== "word" && item.cat !== "filler"));
  return {
    ...later,
    items: [...pool.items],
    words: [...earlier.words, ...later.words],
    raws: [...earlier.raws, ...later.raws],
    corrections: [...earlier.corrections, ...later.corrections],
  };
}

function editTimes(pool: Pool, fresh: Pool, time: TimeContext): void {
  const times = fresh.take("time");
  const [first] = times;
  if (!first) return;
  const old = pool.peek("time");
  const inside = pool.peek("cond", (item) => item.cond.k === "time");
  const previous: TimeSpan | undefined =
    old[0]?.time ??
    inside.map((item) => (item.cond.k === "time" ? item.cond.time : undefined))[0] ??
    pool.peek("compare")[0]?.a;
  const next =
    first.time.k === "relative" && previous
      ? (before(previous, first.time.unit, time) ?? first.time)
      : first.time;
  if (old.length === 0 && inside.length > 0) {
    pool.take("cond", (item) => inside.includes(item));
    pool.put(
      ...inside.map(
        (item): Item =>
          item.cond.k === "time" ? { ...item, cond: { ...item.cond, time: next } } : item,
      ),
    );
    return;
  }
  pool.take("time");
  pool.take("compare");
  pool.put(
    { ...first, time: next, start: old[0]?.start ?? first.start, end: old[0]?.end ?? first.end },
    ...times.slice(1),
  );
}

const SMS_OF: Partial<Record<MetricName, MetricName>> = {
  data_remaining: "sms_remaining",
  quota: "sms_quota",
  quota_used: "sms_used",
};

function swapQuota(pool: Pool, item: Item): boolean {
  const metric = pool
    .peek("metric")
    .find((old) => SMS_OF[old.metric] || Object.values(SMS_OF).includes(old.metric));
  if (!metric) return false;
  const toSms = item.cat === "noun" || (item.cat === "value" && item.cond.said === "sms");
  const target = toSms
    ? SMS_OF[metric.metric]
    : (Object.keys(SMS_OF) as MetricName[]).find((name) => SMS_OF[name] === metric.metric);
  if (!target) return false;
  pool.drop(metric);
  pool.put({ ...metric, metric: target });
  return true;
}

function editNouns(pool: Pool, fresh: Pool): void {
  for (const noun of fresh.take("noun")) {
    if (noun.view === "sms_messages" && noun.conds.length === 0 && swapQuota(pool, noun)) continue;
    if (noun.weak && noun.conds.length === 0) continue;
    const old = pool.peek("noun", (item) => !item.weak)[0];
    if (noun.view === "sims" && old?.view !== "sims") {
      pool.put(
        ...noun.conds.map((cond): Item => valueItem(cond, noun)).filter((item) => item !== null),
      );
      continue;
    }
    if (old && old.view === noun.view) {
      const dims = new Set(noun.conds.flatMap(dimOf));
      const kept = old.conds.filter((cond) => !dimOf(cond).some((dim) => dims.has(dim)));
      pool.drop(old);
      pool.put({ ...old, conds: [...noun.conds, ...kept] });
      continue;
    }
    if (old) pool.drop(old);
    pool.put({ ...noun, start: old?.start ?? noun.start, end: old?.end ?? noun.end });
  }
}

function valueItem(cond: Cond, at: Item & NounSem): Item {
  const base = { start: at.start, end: at.end, score: 0 };
  return cond.k === "value"
    ? { cat: "value", cond, ...(cond.options[0] ? { dim: cond.options[0].dim } : {}), ...base }
    : { cat: "cond", cond, ...base };
}

function dimOf(cond: Cond): string[] {
  return cond.k === "value" ? [...new Set(cond.options.map((option) => option.dim))] : [];
}

/** A new value takes the place of one of the same kind that stood at a noun. */
function editConds(pool: Pool, value: ItemOf<"value">): void {
  for (const noun of pool.take("noun")) {
    const members = membersOf(value.cond);
    const conds = noun.conds.filter(
      (cond) =>
        !membersOf(cond).some((member) => member !== "sims.tags" && members.includes(member)),
    );
    pool.put({ ...noun, conds });
  }
}

function membersOf(cond: Cond): string[] {
  return cond.k === "value" ? cond.options.flatMap((option) => memberOf(option.filter) ?? []) : [];
}

function removeGroups(pool: Pool, kind: "grain" | "dim"): void {
  for (const group of pool.take("group")) {
    const groups = group.groups.filter((one) => one.k !== kind);
    if (groups.length > 0) pool.put({ ...group, groups });
  }
}

function sameKind(a: Cond, b: Cond): boolean {
  if (a.k === "metric" && b.k === "metric") return a.metric === b.metric;
  if ((a.k === "time" || a.k === "age") && (b.k === "time" || b.k === "age"))
    return a.members[0] === b.members[0];
  return false;
}
