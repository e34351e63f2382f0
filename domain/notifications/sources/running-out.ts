import { fleetNow } from "#core/clock.ts";
import { addDays, toDay } from "#core/day.ts";
import { limitsIn } from "#domain/attention/attention-limits.ts";
import type { Source } from "../notification.ts";

/** SIMs that run out within the days of the organisation, as the newest analysis has it. */
export const runningOut: Source = async (sql, _person, since) => {
  const [run] = await sql<{ id: string; at: Date }[]>`
    select id, finished_at as at from store.analysis_runs
    where finished_at > ${since} order by finished_at desc limit 1`;
  if (!run) return [];
  const { running_out_days: days } = await limitsIn(sql);
  const today = toDay(fleetNow());
  const [row] = await sql<{ sims: number }[]>`
    select count(*) as sims from fleet.quota_outlook
    where type = 'data' and exhaustion_date between ${today} and ${addDays(today, days)}`;
  const sims = row?.sims ?? 0;
  if (sims === 0) return [];
  const whose = sims === 1 ? "1 SIM runs" : `${sims.toLocaleString("en")} SIMs run`;
  const within = days === 1 ? "a day" : `${days} days`;
  return [
    { ref: run.id, text: `${whose} out of data within ${within}`, href: "/overview", at: run.at },
  ];
};
