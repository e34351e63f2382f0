import type { MetricName } from "../lexicon/metrics.ts";
import { memberOf } from "../parse/compose.ts";
import type { Cond } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const isTimeUnit = (unit: string) => ["second", "minute", "hour", "day"].includes(unit);

const DURATIONS: readonly (readonly [member: string, metric: MetricName])[] = [
  ["alerts.acknowledged", "acknowledge_time"],
  ["support_tickets.resolved_at", "ticket_resolve_time"],
  ["support_tickets.status", "ticket_resolve_time"],
  ["alerts.resolved_at", "alert_resolve_time"],
  ["sms_messages.delivered_at", "delivery_time"],
  ["sms_messages.status", "delivery_time"],
];

/** "How long does it take to acknowledge …": the verb names the figure. */
export function settleDurations(pool: Pool): void {
  const isTimed = pool.has("took") && pool.peek("unit", (item) => isTimeUnit(item.unit)).length > 0;
  if ((!pool.asks("long") && !isTimed) || pool.peek("metric").length > 0) return;
  const view = pool.peek("noun", (item) => !item.weak)[0]?.view;
  for (const item of [...pool.peek("value"), ...pool.peek("pred")]) {
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
  for (const noun of pool.peek("noun")) {
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
