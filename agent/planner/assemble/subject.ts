import type { View } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import { unique } from "./common.ts";
import type { Pool } from "./pool.ts";

/** What the question is about: whose rows, which one SIM, grouped by what. */
export interface Subject {
  /** The noun that is asked for. */
  readonly noun: ItemOf<"noun"> | null;
  /** A second noun with rows of its own: SIMs with … rejects. */
  readonly events: ItemOf<"noun"> | null;
  /** Dimensions asked for: "which customers". */
  readonly dims: readonly string[];
  /** Asked about the tariffs themselves. */
  readonly plans: boolean;
  /** One SIM is named. */
  readonly single: boolean;
  readonly isGrouped: boolean;
  /** "most", "top 5": by a figure, not by a date. */
  readonly ranked: boolean;
  /** Conditions that stood at the nouns, with the view they stood at. */
  readonly nounConds: readonly { cond: Cond; view: View }[];
  readonly start: number;
}

/** Takes nouns and asked-for dimensions out of the pool. */
export function subjectOf(pool: Pool): Subject {
  const nouns = pool.take("noun").sort((a, b) => a.start - b.start);
  const strong = nouns.filter((noun) => !noun.weak);
  const single =
    pool.peek("value", (item) => item.dim === "sim" && !item.cond.negated).length > 0 ||
    strong.some(isNumbered);
  const merged = mergeSims(strong);
  const ranked =
    pool.peek(
      "superlative",
      (item) =>
        item.members === undefined && (item.metric === undefined || item.metric === "usage"),
    ).length > 0 ||
    (pool.peek("top").length > 0 && pool.peek("superlative").length === 0);
  const metrics = pool.peek("metric");
  let noun: ItemOf<"noun"> | null = merged[0] ?? null;
  let events = merged.find((other) => other !== noun && other.view !== "sims") ?? null;
  const weak = nouns.find((other) => other.weak) ?? null;
  const dims = headDims(pool, noun, single, ranked, metrics.length > 0);
  if (!noun && weak && (dims.length === 0 || weak.conds.length > 0)) noun = weak;
  if (noun && noun.view !== "sims" && events?.view === noun.view) events = null;
  if (noun && noun.view !== "sims" && events && noun.view !== "alert_rules") {
    pool.put(events); // two kinds of rows at once: said to be unclear later
    events = null;
  }
  pool.put(
    ...merged.filter(
      (other) =>
        other !== noun &&
        other !== events &&
        other.view !== "sims" &&
        !pool.items.includes(other) &&
        other.view !== noun?.view &&
        other.view !== events?.view,
    ),
  );
  const sims = nouns.filter((other) => other.view === "sims" || other.view === noun?.view);
  const nounConds = [
    ...new Set([...(noun ? [noun] : []), ...(events ? [events] : []), ...sims]),
  ].flatMap((other) => other.conds.map((cond) => ({ cond, view: other.view })));
  const allPlans = noun === null && weak === null ? pricedPlans(pool) : null;
  if (allPlans) {
    pool.drop(allPlans);
    dims.push("rate_plan");
  }
  const plans =
    dims.includes("rate_plan") &&
    noun === null &&
    pool.peek("superlative", (item) => item.byCount === true).length === 0 &&
    !(pool.asks("count") && pool.peek("value").some((item) => item.dim !== "rate_plan")) &&
    !pool.peek("value").some(isOfSims) &&
    !metrics.some((item) => metricOf(item.metric).view === "sim_usage_daily");
  return {
    noun,
    events: noun === null || noun.view === "sims" || noun.view === "alert_rules" ? events : noun,
    dims: plans ? [] : dims,
    plans,
    single,
    isGrouped: dims.length > 0 && !plans,
    ranked,
    nounConds: unique(nounConds),
    start: noun?.start ?? weak?.start ?? 0,
  };
}

/** "Which plan is MediFridge on": of its SIMs, as no plan knows whose it is. */
function isOfSims({ cond }: ItemOf<"value">): boolean {
  return cond.options.every(({ view }) => view !== "rate_plans");
}

/** "ticket 356", "alert 42": named by its number. */
export function isNumbered(noun: ItemOf<"noun">): boolean {
  return noun.conds.some(
    (cond) => cond.k === "value" && cond.options.some((option) => option.dim === "number"),
  );
}

/** SIM nouns beside other rows give their conditions to those; several SIM nouns are one. */
function mergeSims(nouns: readonly ItemOf<"noun">[]): ItemOf<"noun">[] {
  const [first] = nouns;
  if (!first) return [];
  const others = nouns.filter((noun) => noun.view !== "sims");
  if (first.view !== "sims") return [first, ...others.filter((noun) => noun !== first)];
  return [first, ...others];
}

/** "Price of an extra MB, all tariffs": a figure that each plan has one of. */
function pricedPlans(pool: Pool): ItemOf<"dim"> | null {
  const [plans, ...others] = pool.peek("dim");
  const metrics = pool.peek("metric");
  const isPlain = pool.peek("group").length + pool.peek("agg").length === 0;
  if (plans?.dim !== "rate_plan" || !plans.plural || others.length > 0 || !isPlain) return null;
  const areTheirs = metrics.every(
    ({ metric, agg }) => metricOf(metric).view === "rate_plans" && !agg,
  );
  return metrics.length > 0 && areTheirs ? plans : null;
}

/** What a SIM is called by, besides its ICCID. */
export const SIM_NAMES: ReadonlySet<string> = new Set([
  "label",
  "imei",
  "imsi",
  "msisdn",
  "ip_address",
]);
/** They name single SIMs, so they are shown and not grouped by. */
export const IDENTITIES: ReadonlySet<string> = new Set(["sim", "id", ...SIM_NAMES]);
const ASKED = new Set(["which", "list", "who", "exists", "distinct", "count"]);

/** Dimensions that the question asks for, rather than groups by or shows. */
function headDims(
  pool: Pool,
  noun: ItemOf<"noun"> | null,
  single: boolean,
  ranked: boolean,
  hasMetric: boolean,
): string[] {
  if (single) return [];
  const isHead = (dim: string) =>
    !IDENTITIES.has(dim) || (dim === "ip_address" && noun?.view === "audit_logs");
  const dims = pool.peek("dim", (item) => isHead(item.dim));
  const asked = dims.filter((dim) => {
    const before = pool.items.filter((item) => item.end <= dim.start && item.end >= dim.start - 3);
    const isAsked = before.some(
      (item) =>
        (item.cat === "ask" && ASKED.has(item.what)) ||
        item.cat === "top" ||
        item.cat === "order" ||
        item.cat === "superlative",
    );
    const first = dim.start < (noun?.start ?? Number.POSITIVE_INFINITY);
    const follows =
      noun !== null &&
      dim.start === noun.end &&
      (noun.view === "support_tickets" ||
        (noun.view !== "sims" && (dim.plural === true || ranked)));
    return (
      (isAsked && (first || noun?.weak === true)) ||
      (first && (ranked || isLeading(dim, pool))) ||
      follows ||
      (ranked && hasMetric && noun === null)
    );
  });
  if (asked.length === 0) return [];
  for (const dim of asked) pool.drop(dim);
  return [...new Set(asked.map((dim) => dim.dim))];
}

function isLeading(dim: Item, pool: Pool): boolean {
  return (
    !pool.items.some(
      (item) => item.start < dim.start && !["word", "filler", "ask"].includes(item.cat),
    ) && pool.peek("metric").every((metric) => metric.start > dim.start)
  );
}
