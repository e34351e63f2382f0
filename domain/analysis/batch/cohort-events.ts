import { dayNumber } from "#analytics/calendar.ts";
import { sumOfDays, toEvent } from "#analytics/cohorts/to-event.ts";
import type { CohortEvent } from "#analytics/detect-cohorts.ts";
import type { FleetBoard, Joint } from "#analytics/fleet/joint.ts";
import type { AnalysisPool } from "#analytics/fleet/pool.ts";
import { BOARD_DAYS } from "#analytics/fleet/types.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import type { AnalysisRun } from "./analysis-run.ts";
import { groupsOf, type Members } from "./cohort-groups.ts";
import { shardsOf } from "./shards-of.ts";

/** Groups whose SIMs moved together. Of all SIMs only a byte a day is in memory. */
export async function cohortEvents(
  actor: Actor,
  pool: AnalysisPool,
  run: AnalysisRun,
): Promise<CohortEvent[]> {
  const shards = await shardsOf(actor, run.id);
  const members: Members[] = [];
  const deviations = new Int8Array(run.sims * BOARD_DAYS);
  let sims = 0;
  for (const position of shards) {
    const shard = await readShard(actor, run, position, "deviations");
    if (!shard) continue;
    const room = deviations.subarray(sims * BOARD_DAYS);
    const fitting = Math.min(shard.iccids.length, Math.floor(room.length / BOARD_DAYS));
    room.set(new Int8Array(shard.bytes).subarray(0, fitting * BOARD_DAYS));
    members.push({ position, first: sims, iccids: shard.iccids.slice(0, fitting) });
    sims += fitting;
  }
  const firstDay = dayNumber(run.asOf) - BOARD_DAYS + 1;
  const board: FleetBoard = {
    firstDay,
    days: BOARD_DAYS,
    deviations: deviations.subarray(0, sims * BOARD_DAYS),
    groups: await groupsOf(actor, members),
  };
  const joint = await pool.run({ kind: "joint", board });
  const sums = await sumsOf(actor, run, members, joint);
  return joint.map((move, i) => {
    const ids = Array.from(move.moved, (place) => idAt(members, place));
    return toEvent(board, move, { ids, ...(sums[i] ?? { observed: 0, expected: 0 }) }, "bytes");
  });
}

/** What those that moved used and were expected to, from the shards that have them. */
async function sumsOf(
  actor: Actor,
  run: AnalysisRun,
  members: readonly Members[],
  joint: readonly Joint[],
): Promise<{ observed: number; expected: number }[]> {
  const sums = joint.map(() => ({ observed: 0, expected: 0 }));
  if (joint.length === 0) return sums;
  for (const { position, first, iccids } of members) {
    for (const what of ["observed", "expected"] as const) {
      const shard = await readShard(actor, run, position, what);
      if (!shard) continue;
      const values = new Float32Array(Uint8Array.from(shard.bytes).buffer);
      joint.forEach((move, i) => {
        const sum = sums[i];
        for (const place of move.moved) {
          const inShard = place - first;
          if (!sum || inShard < 0 || inShard >= iccids.length) continue;
          sum[what] += sumOfDays(values, inShard, BOARD_DAYS, move);
        }
      });
    }
  }
  return sums;
}

function idAt(members: readonly Members[], place: number): string {
  const part = members.findLast(({ first }) => first <= place);
  return part?.iccids[place - part.first] ?? "";
}

async function readShard(
  actor: Actor,
  { id }: AnalysisRun,
  position: number,
  what: "deviations" | "observed" | "expected",
): Promise<{ iccids: string[]; bytes: Buffer } | null> {
  const [shard] = await asActor(
    actor,
    (sql) => sql<{ iccids: string[]; bytes: Buffer }[]>`
      select iccids, ${sql(what)} as bytes from store.analysis_shards
      where run_id = ${id} and position = ${position} and iccids is not null`,
  );
  return shard ?? null;
}
