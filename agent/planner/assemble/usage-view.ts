import type { View } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Group } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";
import type { Task } from "./assemble.ts";

/** Usage is read from the raw records where hours, or the network that carried it, matter. */
export function usageView(
  task: Task,
  names: readonly MetricName[],
  groups: readonly Group[],
): View {
  const { pool } = task;
  const metric = metricOf(names[0] ?? "usage");
  if (!names.every((name) => metricOf(name).raw)) return metric.view;
  const hours =
    groups.some(
      (group) => group.k === "grain" && (group.grain === "hour" || group.grain === "hour_of_day"),
    ) ||
    pool.peek("grain", (item) => item.grain === "hour" || item.grain === "hour_of_day").length > 0;
  const exact = pool
    .peek("time")
    .some(
      ({ time }) =>
        time.k === "instants" ||
        (time.k === "recurring" && time.grain === "hour_of_day") ||
        (time.k === "rolling" && (time.unit === "hour" || time.unit === "minute")),
    );
  const networks = ["operator", "country"];
  const split =
    groups.some((one) => one.k === "dim" && [...networks, "direction"].includes(one.dim)) ||
    task.subject.dims.some((dim) => networks.includes(dim));
  const where = pool.peek("value", (item) => networks.includes(item.dim ?? "")).length > 0;
  const uses = names.some(usageLike);
  return uses && (hours || exact || split || where) ? "sim_usage" : metric.view;
}
