import type { View } from "#query/query.ts";
import { dimension } from "../lexicon/dims.ts";
import type { Group } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { filtersOf } from "./common.ts";
import { dimMember } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** What an average number of rows is per. */
export function averageUnits(
  groups: readonly Group[],
  grains: readonly string[],
  hasTime: boolean,
): ("hour" | "day" | "week" | "month" | "sim")[] {
  const [grain] = grains;
  const units: ("hour" | "day" | "week" | "month" | "sim")[] = [];
  if (grain === "hour" || grain === "day" || grain === "week" || grain === "month")
    units.push(grain);
  const recurs = grain === "weekday" || grain === "hour_of_day";
  if (recurs && !hasTime) throw new Trouble("An average over which period?", "time");
  if (recurs) units.push("day"); // of all Mondays, of that hour on all days
  if (groups.some((group) => group.k === "sim")) units.push("sim");
  if (units.length === 0) throw new Trouble("Average per what: per day, per SIM?", "average");
  return units;
}

/** Without a noun, the rows that have what is asked for: people and channels are of the audit log. */
export function viewOfDims(task: Task): View {
  const { pool, subject } = task;
  const dims = [...subject.dims, ...pool.peek("dim").map((item) => item.dim)];
  const own = dims.flatMap((dim) =>
    dimension(dim).members.map((member) => member.split(".")[0] as View),
  );
  const fits = (view: View) => {
    const filters = filtersOf(task, view);
    return (
      dims.every((dim) => dimMember(dim, view) !== null) &&
      pool.peek("value").every((item) => filters.fits(item.cond))
    );
  };
  const isOfAdvice = (dim: string) => dimMember(dim, "sims")?.startsWith("quota_recommendations.");
  const views: View[] = dims.some(isOfAdvice) ? own : ["sims", ...own]; // "cause" is that of an event first
  return views.find(fits) ?? "sims";
}

export function countName(view: View, sims: boolean): string {
  if (sims) return "sims";
  return (
    {
      support_tickets: "tickets",
      sms_messages: "messages",
      connection_events: "events",
      audit_logs: "changes",
      quota_recommendations: "recommendations",
    }[view as string] ?? view
  );
}
