import type { GroupBy, View } from "#query/query.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import type { perUnits } from "./per-units.ts";
import { dimMember } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** Figures that would come out wrong rather than not at all. */
export function refuseMixed(
  { subject }: Task,
  names: readonly MetricName[],
  groupBy: readonly GroupBy[],
  { per, spans }: { per: ReturnType<typeof perUnits>; spans: readonly TimeSpan[] },
): void {
  const bounds = names.filter((name) => /^(upper|lower)_/.test(name));
  const ofSims = subject.single || groupBy.some((group) => group.member.endsWith(".iccid"));
  if (bounds.length > 0 && names.length > 1 && !ofSims)
    throw new Trouble(
      "Bounds of a forecast are of one SIM; they do not add up. Of which SIM?",
      "group",
    );
  const isDivided = per.units.some((one) => one !== "sim") || (per.over && per.over !== "sim");
  const isEachDay = groupBy.some((group) => group.grain === "weekday");
  const isOfDays = [...per.units, per.over].every(
    (unit) => !unit || unit === "sim" || unit === "day",
  );
  const leavesOut = (span: TimeSpan) =>
    span.k === "recurring" && (span.grain !== "weekday" || !isOfDays);
  if (isDivided && !isEachDay && spans.some(leavesOut))
    throw new Trouble("An average over those days only, or their total?", "average");
}

/** "the ten heaviest SIMs with customer and plan": what a SIM has one of does not split it. */
export function columnsOfSims({ pool }: Task, groupBy: readonly GroupBy[], from: View): GroupBy[] {
  if (!groupBy.some((group) => group.member.endsWith(".iccid"))) return [];
  pool.take("dim", (item) => item.dim === "label" || item.dim === "sim");
  return pool
    .take("dim", (item) => dimMember(item.dim, from)?.startsWith("sims.") === true)
    .flatMap((item) => dimMember(item.dim, from) ?? [])
    .map((member) => ({ member }))
    .filter(({ member }) => member !== "sims.tags" && groupBy.every((g) => g.member !== member))
    .slice(0, 2);
}
