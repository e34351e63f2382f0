import { setTimeout as sleep } from "node:timers/promises";
import { parseBatch } from "#connectors/once/stream/parse-batch.ts";
import { readRecord } from "#connectors/once/stream/read-record.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { Invalid, TooLarge, Upstream } from "#core/errors.ts";
import { metrics } from "#core/metrics.ts";
import type { Transaction } from "#db/database.ts";
import { isPassing } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { ALIVE_MS } from "#domain/sync/streaming.ts";
import { applyRecords } from "./apply-records.ts";
import { keepRecords, keyOf } from "./keep-records.ts";
import { keptOf } from "./kept-of.ts";
import { simsOfRecords } from "./sims-of-records.ts";
import type { Placed, Read } from "./streamed.ts";

const MAX_RECORDS = 3_000;
const ATTEMPTS = 3;
const RETRY_MS = 50;
/** So far a device's clock may be ahead of ours. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

export interface Received {
  readonly received: number;
  /** Came before, here or in an earlier delivery. */
  readonly repeated: number;
  readonly held: number;
  readonly refused: number;
}

/**
 * Stores what a provider pushed, a JSON array, all of it or nothing. A record that cannot be used is kept
 * with the reason and stops no other; the same again changes nothing.
 *
 * @throws Invalid, TooLarge; Upstream when it could not be stored now: the provider sends it again.
 */
export async function receiveRecords(
  actor: Actor,
  connectionId: string,
  text: string,
): Promise<Received> {
  const values = parseBatch(text);
  if (!values) throw new Invalid("The body is not a JSON array of records.");
  if (values.length > MAX_RECORDS) {
    throw new TooLarge(`A delivery has at most ${MAX_RECORDS.toLocaleString("en")} records.`);
  }
  const latest = new Date(Math.max(wallNow().getTime(), fleetNow().getTime()) + AHEAD_MS);
  const read = values.map((value) => ({ value, record: readRecord(value, latest) }));
  for (let attempt = 1; ; attempt++) {
    try {
      const counts = await asActor(actor, (sql) => store(sql, connectionId, read));
      count(counts);
      return counts;
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (attempt === ATTEMPTS) throw notNow(error);
      await sleep(RETRY_MS * attempt);
    }
  }
}

function count({ received, ...others }: Received): void {
  const { streamRecords } = metrics();
  for (const [outcome, records] of Object.entries(others)) streamRecords.inc({ outcome }, records);
  const { repeated, held, refused } = others;
  streamRecords.inc({ outcome: "stored" }, received - repeated - held - refused);
}

function notNow(cause: unknown): Upstream {
  return new Upstream("The records could not be stored. Send them again.", { cause });
}

async function store(
  sql: Transaction,
  connectionId: string,
  read: readonly Read[],
): Promise<Received> {
  const now = wallNow();
  const readable = read.flatMap(({ record }) => (record.kind === "unreadable" ? [] : [record]));
  const sims = await simsOfRecords(sql, connectionId, readable);
  const kept = read.map((each) => keptOf(each, sims));
  const fresh = new Set(await keepRecords(sql, connectionId, kept, now));
  const counts = { received: read.length, repeated: 0, held: 0, refused: 0 };
  const usable: Placed[] = [];
  for (const [index, { record }] of read.entries()) {
    const entry = kept[index];
    if (!entry || !fresh.delete(keyOf(entry))) {
      counts.repeated += 1;
      continue;
    }
    if (entry.state === "held" || entry.state === "refused") counts[entry.state] += 1;
    if (entry.state !== "stored" || record.kind === "unreadable") continue;
    const iccid = sims.get(record);
    if (iccid !== undefined) usable.push({ ...record, iccid });
  }
  await applyRecords(sql, usable);
  // last: deliveries of one connection take turns from here
  await sql`
    update store.connections
    set stream_since = case when last_received_at > ${new Date(now.getTime() - ALIVE_MS)}
          then coalesce(stream_since, ${fleetNow()}) else ${fleetNow()} end,
        last_received_at = ${now}, received_count = received_count + ${counts.received},
        repeated_count = repeated_count + ${counts.repeated}
    where id = ${connectionId}`;
  return counts;
}
