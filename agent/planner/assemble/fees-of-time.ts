import type { MetricName } from "../lexicon/metrics.ts";
import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

const FEES = new Set<MetricName>(["monthly_fee", "monthly_price"]);
const INCLUDING =
  /\b(?:total|altogether|including|incl|inclusive of|plus|with) (?:\S+ ){0,2}?(?:over|extra|excess)/;
const PAST = new Set(["days", "rolling", "instants"]);

/**
 * "Total cost of Acme in October": fees are those of the plans that SIMs have now, overage is of a time, and no
 * rows hold both.
 *
 * @throws Trouble with each by itself to choose from.
 */
export function refuseFeesOfTime(pool: Pool, words: readonly string[]): void {
  const metrics = pool.peek("metric").map(({ metric }) => metric);
  if (!metrics.some((metric) => FEES.has(metric))) return;
  const hasOverage =
    metrics.includes("overage_cost") ||
    (metrics.includes("overage_price") && INCLUDING.test(words.join(" ")));
  if (!hasOverage && !metrics.every((metric) => FEES.has(metric))) return;
  const [when] = pool.peek("time", ({ time }) => PAST.has(time.k));
  const isDated =
    pool.peek("pred", ({ members }) => members.some((member) => member.startsWith("sims.")))
      .length > 0; // "activated in October"
  if (!hasOverage && (!when || isDated)) return;
  const said = ({ start, end }: Item) => words.slice(start, end).join(" ");
  const whose = pool.items.filter(saysWhose).map((item) => ofWhom(item, said(item)));
  const time = when ? ` ${inTime(said(when))}` : " last month";
  throw new Trouble(
    "Costs are of two sorts: the monthly fees of the plans that SIMs have now, and the overage of a time. Which one first?",
    "cost",
    [["Overage cost", ...whose].join(" ") + time, ["Monthly fees", ...whose].join(" ")],
  );
}

function saysWhose(item: Item): boolean {
  return item.cat === "value" || item.cat === "group" || (item.cat === "noun" && !item.weak);
}

function ofWhom(item: Item, said: string): string {
  if (item.cat === "group") return /^(?:per|by|for each|each)\b/.test(said) ? said : `per ${said}`;
  return `of ${said}`;
}

function inTime(said: string): string {
  return /^(?:last|this|since|in|on|from|between|yesterday|today|during|over)\b/.test(said)
    ? said
    : `in ${said}`;
}
