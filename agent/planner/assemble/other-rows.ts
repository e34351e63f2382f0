import { CATALOGUE } from "#query/catalogue.ts";
import type { View } from "#query/query.ts";
import { reachable } from "#query/relations.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

/** "traffic of the alerts": a figure of other rows than those that were asked for is no answer. */
export function refuseOtherRows({ subject }: Task, from: View): void {
  const { noun } = subject;
  if (!noun || noun.weak || noun.view === from || SIM_ROWS.has(noun.view)) return;
  if (reachable(from).has(noun.view)) return;
  throw new Trouble(
    `That figure is not one of ${CATALOGUE[noun.view].noun[1]}.`,
    `left:${noun.start}:${noun.end}`,
  );
}

/** One row a SIM, or its traffic: figures of SIMs are theirs too. */
const SIM_ROWS: ReadonlySet<View> = new Set([
  "sims",
  "sim_usage",
  "sim_usage_daily",
  "sim_quota",
  "quota_outlook",
  "forecasts",
  "churn_risk",
  "quota_recommendations",
  "rate_plans",
]);
