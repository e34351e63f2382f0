import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { type KindState, kindStates, nextRunOf } from "../due.ts";
import { SYNC_KINDS } from "../kinds.ts";
import { topUpSpending } from "../prices/top-up-spending.ts";
import {
  AGE_KINDS,
  AGE_SOURCES,
  type AgeKind,
  isStale,
  type SourceAge,
  sourceAges,
  waitingOf,
} from "./ages.ts";
import { countDrift, lastRuns, type Run } from "./runs.ts";

const instant = z.date().transform((moment) => moment.toISOString());
const source = z.enum(AGE_SOURCES);

const SyncRunRow = z.object({
  kind: z.enum(SYNC_KINDS),
  state: z.enum(["running", "done", "partial", "failed"]),
  started_at: instant,
  finished_at: instant.nullable(),
  /** To the provider, and how many would have done. */
  calls: z.number(),
  calls_needed: z.number(),
  counts: z.record(z.string(), z.number()),
  error: z.string().nullable(),
});

export const SyncStatus = z.object({
  /** Null where the fleet is connected to none. */
  provider: z.string().nullable(),
  kinds: z.array(
    z.object({
      kind: z.enum(AGE_KINDS),
      /** The newest of its sources. */
      as_of: instant.nullable(),
      source: source.nullable(),
      /** Older than twice the time in which it is to be renewed. */
      is_stale: z.boolean(),
      /** Readings of SIMs that are still to come. */
      waiting: z.number(),
      next_run_at: instant.nullable(),
      last_run: SyncRunRow.nullable(),
      sources: z.array(z.object({ source, as_of: instant })),
    }),
  ),
  runs: z.array(SyncRunRow),
  /** To the provider within the last day, and how many would have done. */
  calls_24h: z.array(z.object({ kind: z.string(), calls: z.number(), calls_needed: z.number() })),
  differences: z.number(),
  conflicts: z.number(),
  /** By the provider's orders of the last 365 days, with tax. */
  top_ups: z.array(
    z.object({ currency: z.string(), amount: z.number(), orders: z.number(), sims: z.number() }),
  ),
});
export type SyncStatus = z.output<typeof SyncStatus>;

const DAY_MS = 86_400_000;
const RUNS = 20;

/** How old the data is and how it comes, what the last runs did, and what they cost in calls. */
export function syncStatus(actor: Actor): Promise<z.input<typeof SyncStatus>> {
  return asActor(actor, async (sql) => {
    const connection = await connectionIn(sql);
    const ages = await sourceAges(sql);
    const waiting = await waitingOf(sql);
    const states = await kindStates(sql);
    const { runs, latest, calls } = await lastRuns(sql, {
      limit: RUNS,
      since: new Date(wallNow().getTime() - DAY_MS),
    });
    const isConnected = connection !== null;
    return {
      provider: connection?.name ?? null,
      kinds: AGE_KINDS.map((kind) => ({
        ...shown(kind, ages, states, latest, isConnected),
        waiting: waiting.get(kind) ?? 0,
      })),
      runs,
      calls_24h: calls,
      ...(await countDrift(sql)),
      top_ups: await spending(sql),
    };
  });
}

function shown(
  kind: AgeKind,
  ages: readonly SourceAge[],
  states: readonly KindState[],
  latest: ReadonlyMap<string, Run>,
  isConnected: boolean,
) {
  const sources = ages.filter((age) => age.kind === kind);
  const [newest] = sources;
  const state = isConnected ? states.find((one) => one.kind === kind) : undefined;
  return {
    kind,
    as_of: newest?.as_of ?? null,
    source: newest?.source ?? null,
    is_stale: isConnected && isExpected(kind, sources) && isStale(kind, newest?.as_of ?? null),
    next_run_at: state ? nextRunOf(state) : null,
    last_run: latest.get(kind) ?? null,
    sources: sources.map(({ source: of, as_of }) => ({ source: of, as_of })),
  };
}

/** Events come by the streamer only, which not everybody has. */
function isExpected(kind: AgeKind, sources: readonly SourceAge[]): boolean {
  return kind !== "events" || sources.length > 0;
}

function spending(sql: Transaction) {
  return topUpSpending(sql, new Date(fleetNow().getTime() - 365 * DAY_MS));
}
