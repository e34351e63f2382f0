import type { View } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import { memberOf } from "../parse/compose.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import { TIME_UNITS } from "./figures.ts";
import type { Pool } from "./pool.ts";

const DURATIONS: readonly (readonly [member: string, metric: MetricName])[] = [
  ["alerts.acknowledged", "acknowledge_time"],
  ["support_tickets.resolved_at", "ticket_resolve_time"],
  ["support_tickets.status", "ticket_resolve_time"],
  ["alerts.resolved_at", "alert_resolve_time"],
  ["sms_messages.delivered_at", "delivery_time"],
  ["sms_messages.status", "delivery_time"],
];

/** "How long does it take to acknowledge …", "median hours until they were resolved": the verb names the figure. */
export function settleDurations(pool: Pool, words: readonly string[]): void {
  const view = pool.peek("noun", (item) => !item.weak)[0]?.view;
  for (const metric of pool.peek("metric", (item) => item.metric === "ticket_resolve_time")) {
    if (view !== "alerts") continue;
    pool.drop(metric);
    pool.put({ ...metric, metric: "alert_resolve_time" }); // "hours to resolve", of alerts
  }
  settleUnitOf(pool, words);
  if (pool.peek("metric").length > 0) return;
  const units = pool.peek("unit", (item) => TIME_UNITS.includes(item.unit));
  const isTimed = pool.asks("long") !== undefined || (pool.has("took") && units.length > 0);
  const isSaid = ({ start }: Item) =>
    isTimed || units.some(({ end }) => UNTIL.test(words.slice(end, start).join(" ")));
  for (const dim of pool.peek(
    "dim",
    ({ dim, start }) => dim === "before" && units.some(({ end }) => end === start),
  ))
    pool.drop(dim); // "minutes before": until
  const [speed] = pool.peek("superlative", ({ start, end }) =>
    SPEED.test(words.slice(start, end).join(" ")),
  );
  settleVerb(pool, view, (item) => speed !== undefined || isSaid(item));
  if (speed && pool.peek("metric").length > 0) settleSpeed(pool, speed, words);
}

/** "Who acknowledges alerts fastest": the one whose figure is the lowest. */
function settleSpeed(pool: Pool, speed: ItemOf<"superlative">, words: readonly string[]): void {
  const { start, end, plural, direction } = speed;
  pool.drop(speed);
  pool.put({ cat: "superlative", direction, ...(plural ? { plural } : {}), start, end, score: 0 });
  const who = words.indexOf("who");
  if (who < 0 || pool.peek("dim").length > 0) return;
  pool.put({ cat: "dim", dim: "actor", start: who, end: who + 1, score: 0 });
}

/** "Who acknowledges fastest", "takes longest to". */
const SPEED =
  /^(?:(?:the )?(?:fastest|quickest|slowest)|(?:takes?|took|taking|needs?|needed) (?:the )?(?:longest|shortest))$/;

/** "Days to resolve": the figure's own words say in what. */
function settleUnitOf(pool: Pool, words: readonly string[]): void {
  if (pool.peek("unit").length > 0) return;
  for (const { metric, start, end } of pool.peek("metric")) {
    const { kind } = metricOf(metric);
    const said = words.slice(start, end).find((word) => /^(?:minutes|hours|days)$/.test(word));
    const unit = said?.slice(0, -1) as "minute" | "hour" | "day" | undefined;
    if (unit && TIME_UNITS.includes(kind) && unit !== kind)
      pool.put({ cat: "unit", unit, start, end, score: 0 });
  }
}

/** "Hours until they were …": what stands between the unit and the verb. */
const UNTIL =
  /^(?:(?:passed|elapsed|it took|it takes|needed) )?(?:until|till|til|before|to)(?: [^.,;]+)?$/;

function settleVerb(pool: Pool, view: View | undefined, isSaid: (item: Item) => boolean): void {
  for (const { cond, end } of pool.peek("cond", isSaid)) {
    const members = cond.k === "time" && !cond.negated ? cond.members : [];
    const found = DURATIONS.find(([member]) => members.some((one) => one.startsWith(member)));
    if (!found || (view && !found[0].startsWith(view))) continue;
    pool.put({ cat: "metric", metric: found[1], start: end, end, score: 0 }); // the time stays a condition
    return;
  }
  for (const item of [...pool.peek("value", isSaid), ...pool.peek("pred", isSaid)]) {
    const members =
      item.cat === "pred"
        ? item.members
        : item.cond.options.flatMap((option) => memberOf(option.filter) ?? []);
    const found = DURATIONS.find(
      ([member]) =>
        members.some((one) => one.startsWith(member)) &&
        (view === undefined || member.startsWith(view)),
    );
    if (!found) continue;
    pool.drop(item);
    pool.put({ cat: "metric", metric: found[1], start: item.start, end: item.end, score: 0 });
    return;
  }
  for (const noun of pool.peek("noun", isSaid)) {
    const isVerb = (cond: Cond) =>
      cond.k === "value" &&
      cond.options.some((option) =>
        DURATIONS.some(
          ([member]) => option.view === noun.view && memberOf(option.filter)?.startsWith(member),
        ),
      );
    const verb = noun.conds.find(isVerb);
    const name = DURATIONS.find(
      ([member]) =>
        member.startsWith(noun.view) &&
        verb?.k === "value" &&
        verb.options.some((option) => memberOf(option.filter)?.startsWith(member)),
    )?.[1];
    if (!verb || !name) continue;
    pool.drop(noun);
    pool.put(
      { ...noun, conds: noun.conds.filter((cond) => cond !== verb) },
      { cat: "metric", metric: name, start: noun.start, end: noun.start, score: 0 },
    );
    return;
  }
}
