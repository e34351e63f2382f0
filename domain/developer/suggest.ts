import type { Actor } from "#core/actor.ts";
import { jobTimes } from "./job-times.ts";
import { readMetrics } from "./metric-values.ts";
import { NOT_YOURS, requireDeveloper, seesInstallation } from "./require-developer.ts";
import { cacheHitShare, type SlowQuery, slowQueries } from "./slow-queries.ts";

const SLOW_ROUTE_SECONDS = 1;
const FEWEST_REQUESTS = 20;
const SLOW_STATEMENT_MS = 100;
const LONG_JOB_SECONDS = 600;
const LOW_HIT_SHARE = 0.95;

export interface Suggested {
  readonly suggestions: string[];
  readonly slow_queries: SlowQuery[];
  readonly cache_hit_share: number | null;
  readonly could_not_see: string[];
}

/** What could be faster, from what is measured; and what is not measured. @throws Forbidden */
export async function suggest(actor: Actor): Promise<Suggested> {
  requireDeveloper(actor);
  const ofJobs = (await jobTimes(actor))
    .filter(({ longest_seconds }) => (longest_seconds ?? 0) > LONG_JOB_SECONDS)
    .map(
      ({ job, longest_seconds }) =>
        `The job ${job} took up to ${Math.round(longest_seconds ?? 0)} s: let npm run worker do it in a process of its own.`,
    );
  if (!(await seesInstallation())) {
    return {
      suggestions: ofJobs,
      slow_queries: [],
      cache_hit_share: null,
      could_not_see: [`Requests, statements and cache. ${NOT_YOURS}`],
    };
  }
  const queries = await slowQueries();
  const share = await cacheHitShare();
  return {
    suggestions: [...ofJobs, ...(await ofRoutes()), ...ofQueries(queries ?? []), ...ofCache(share)],
    slow_queries: queries ?? [],
    cache_hit_share: share,
    could_not_see: [
      ...(queries ? [] : ["Statements: the extension pg_stat_statements is not there."]),
      ...(share === null ? ["The database's cache: it counts no blocks."] : []),
    ],
  };
}

async function ofRoutes(): Promise<string[]> {
  const [requests] = await readMetrics("simon_http_request_duration_seconds");
  return (requests?.series ?? [])
    .filter(
      ({ count, p95_at_most, labels }) =>
        (count ?? 0) >= FEWEST_REQUESTS &&
        labels.route !== "stream" &&
        (p95_at_most ?? Number.POSITIVE_INFINITY) > SLOW_ROUTE_SECONDS,
    )
    .map(
      ({ labels: { route, method, status }, count, mean }) =>
        `${method} of ${route} (status ${status}) took ${mean?.toFixed(2)} s on average over ${count} requests, and over ${SLOW_ROUTE_SECONDS} s often: see which calls those are in the logs.`,
    );
}

function ofQueries(queries: readonly SlowQuery[]): string[] {
  return queries
    .filter(({ mean_ms }) => mean_ms > SLOW_STATEMENT_MS)
    .map(
      ({ statement, mean_ms, calls }) =>
        `A statement took ${Math.round(mean_ms)} ms on average over ${calls} calls; look at its plan: ${statement.slice(0, 120)}`,
    );
}

function ofCache(share: number | null): string[] {
  if (share === null || share >= LOW_HIT_SHARE) return [];
  return [
    `Postgres found ${(share * 100).toFixed(1)} % of its blocks in its cache: give shared_buffers more memory.`,
  ];
}
