import { isExpired, quotaOf } from "../quotas/quotas.ts";
import { type Sim, setSim } from "../sims/sims.ts";
import { DAY_MS, KILOBYTE } from "../units.ts";
import type { World } from "../world.ts";
import { pdpDetail } from "./event-details.ts";
import { recordEvent } from "./events.ts";
import { isDataLimitReached, recordUsage } from "./usage.ts";

export interface Session {
  readonly sim_id: number;
  readonly id: number;
  readonly started_ms: number;
  readonly reported_ms: number;
  readonly rx: number;
  readonly tx: number;
  readonly unreported_rx: number;
  readonly unreported_tx: number;
}

/** A record comes while a session is open only when it used more than this. */
const REPORTED_FROM_BYTES = 100 * KILOBYTE;

export function sessionOf({ store }: World, sim: Sim): Session | undefined {
  return store.one<Session>("select * from sessions where sim_id = ?", sim.id);
}

/** Opens a session, or writes down why the network refused it. */
export function openSession(world: World, sim: Sim, atMs: number): Session | null {
  const failure = refusalOf(world, sim, atMs);
  const id = Number(world.store.readMeta("last_session") ?? 1_000_000) + 1;
  if (failure) {
    recordEvent(world, sim, "create_pdp", atMs, {
      failure,
      detail: pdpDetail(sim, { id, startedMs: atMs, failure }),
    });
    return null;
  }
  if (sim.attached_ms === null || atMs - sim.attached_ms > DAY_MS) {
    recordEvent(world, sim, "update_location", atMs);
  }
  setSim(world, sim, { attached_ms: atMs });
  world.store.writeMeta("last_session", String(id));
  world.store.run(
    "insert into sessions (sim_id, id, started_ms, reported_ms) values (?, ?, ?, ?)",
    sim.id,
    id,
    atMs,
    atMs,
  );
  recordEvent(world, sim, "create_pdp", atMs, { detail: pdpDetail(sim, { id, startedMs: atMs }) });
  return sessionOf(world, sim) ?? null;
}

/** Why a session cannot begin, in the words of v2's `data_service_failure_cause`. */
function refusalOf(world: World, sim: Sim, atMs: number): string | null {
  if (sim.status === "Disabled" || sim.blocked) return "DATA_SERVICE_BARRED";
  if (sim.imei_lock && sim.locked_imei !== sim.imei) return "IMEI_LOCK_BREACHED";
  if (isExpired(world, sim)) return "QUOTA_EXPIRED";
  if (quotaOf(world, sim, "data").remaining <= 0) return "QUOTA_EXHAUSTED";
  return isDataLimitReached(world, sim, atMs) ? "MONTHLY_USAGE_LIMIT_EXCEEDED" : null;
}

/** Adds traffic to an open session, and reports it where it is enough. */
export function addTraffic(
  world: World,
  sim: Sim,
  session: Session,
  { rx, tx, atMs }: { rx: number; tx: number; atMs: number },
): void {
  const unreported = {
    rx: session.unreported_rx + rx,
    tx: session.unreported_tx + tx,
  };
  const isReported = unreported.rx + unreported.tx > REPORTED_FROM_BYTES;
  world.store.run(
    `update sessions set rx = ?, tx = ?, unreported_rx = ?, unreported_tx = ?, reported_ms = ?
     where sim_id = ?`,
    session.rx + rx,
    session.tx + tx,
    isReported ? 0 : unreported.rx,
    isReported ? 0 : unreported.tx,
    isReported ? atMs : session.reported_ms,
    sim.id,
  );
  setSim(world, sim, { attached_ms: atMs });
  if (isReported) {
    recordUsage(world, sim, {
      kind: "data",
      startMs: session.reported_ms,
      endMs: atMs,
      ...unreported,
    });
  }
}

/** Ends the session if there is one. What it used is rounded up to whole kilobytes. */
export function closeSession(world: World, sim: Sim, atMs: number): void {
  const session = sessionOf(world, sim);
  if (!session) return;
  const used = session.rx + session.tx;
  const rounding = Math.ceil(used / KILOBYTE) * KILOBYTE - used;
  const tx = session.tx + rounding;
  world.store.run("delete from sessions where sim_id = ?", sim.id);
  if (session.unreported_rx + session.unreported_tx + rounding > 0) {
    recordUsage(world, sim, {
      kind: "data",
      startMs: session.reported_ms,
      endMs: atMs,
      rx: session.unreported_rx,
      tx: session.unreported_tx + rounding,
    });
  }
  recordEvent(world, sim, "delete_pdp", atMs, {
    detail: pdpDetail(sim, { id: session.id, startedMs: session.started_ms, rx: session.rx, tx }),
  });
}
