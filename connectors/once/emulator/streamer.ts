import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#core/log.ts";
import { shuffled } from "./random.ts";
import type { World } from "./world.ts";

export type StreamKind = "usage" | "events";

export interface StreamTarget {
  readonly kind: StreamKind;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** How likely a batch that was taken comes once more, from 0 to 1. */
  readonly duplicates?: number;
  /** Whether records come in no order, within a batch and from one to the next. */
  readonly shuffled?: boolean;
  readonly batchSize?: number;
}

interface StreamRow {
  readonly id: number;
  readonly kind: StreamKind;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly duplicates: number;
  readonly shuffled: number;
  readonly batch_size: number;
}

export interface Stream extends Required<StreamTarget> {
  readonly id: number;
  readonly waiting: number;
}

/** Pushes records until they were taken; they wait in the database, so each comes at least once. */
export interface Streamer {
  add(target: StreamTarget): number;
  list(): Stream[];
  remove(id: number): void;
  /** The record is made only where someone wants it. */
  push(kind: StreamKind, record: () => unknown): void;
  /** Until nothing waits. */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Starts sending what waits. */
  wake(): void;
  stop(): Promise<void>;
}

const LARGEST_BATCH = 3_000;
/** By a large factor modulo a prime: no order to the eye, and the same every time. */
const SCATTERED = "(id * 48271) % 65537, id";
const ANSWER_WITHIN_MS = 30_000;

export function streamerOf(world: () => World): Streamer {
  const running = new Map<number, Promise<void>>();
  const stopped = new AbortController();
  let kinds: Set<StreamKind> | null = null;

  const rows = () => world().store.all<StreamRow>("select * from streams order by id");
  const wanted = () => {
    kinds ??= new Set(rows().map(({ kind }) => kind));
    return kinds;
  };
  const waitingOf = (id: number) =>
    world().store.one<{ count: number }>(
      "select count(*) as count from stream_records where stream_id = ?",
      id,
    )?.count ?? 0;
  const wake = () => {
    if (stopped.signal.aborted) return;
    for (const { id } of rows()) {
      if (running.has(id) || waitingOf(id) === 0) continue;
      const done = pushAll(id).finally(() => running.delete(id));
      running.set(id, done);
    }
  };
  let isWaking = false;
  const wakeSoon = () => {
    if (isWaking) return;
    isWaking = true;
    // After the present transaction, whose records belong together.
    setImmediate(() => {
      isWaking = false;
      wake();
    });
  };

  async function pushAll(id: number): Promise<void> {
    while (!stopped.signal.aborted) {
      const { store, settings, random } = world();
      const stream = store.one<StreamRow>("select * from streams where id = ?", id);
      if (!stream) return;
      const batch = store.all<{ id: number; record: string }>(
        `select id, record from stream_records where stream_id = ?
         order by ${stream.shuffled ? SCATTERED : "id"} limit ?`,
        id,
        stream.batch_size,
      );
      if (batch.length === 0) return;
      const records = stream.shuffled ? shuffled(batch, random) : batch;
      const body = `[${records.map(({ record }) => record).join(",")}]`;
      const isTaken = await post(stream, body);
      if (stopped.signal.aborted) return;
      if (!isTaken) {
        await pause(settings.streamRetryMs / settings.timeFactor);
        continue;
      }
      if (random() < stream.duplicates) await post(stream, body);
      if (stopped.signal.aborted) return;
      store.transaction(() => {
        for (const record of batch) store.run("delete from stream_records where id = ?", record.id);
      });
    }
  }

  /** Only 200 counts, and a redirect is not followed. */
  async function post(stream: StreamRow, body: string): Promise<boolean> {
    const basic = Buffer.from(`${stream.username}:${stream.password}`).toString("base64");
    try {
      const response = await fetch(stream.url, {
        method: "POST",
        headers: { authorization: `Basic ${basic}`, "content-type": "application/json" },
        body,
        redirect: "manual",
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer();
      return response.status === 200;
    } catch (error) {
      log().debug({ err: error, stream: stream.id }, "a streamer target did not answer");
      return false;
    }
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopped.signal }).catch(() => {}); // fails only by a stop
  }

  return {
    add: ({ kind, url, username, password, ...how }) => {
      const { id } = world().store.run(
        `insert into streams (kind, url, username, password, duplicates, shuffled, batch_size)
         values (?, ?, ?, ?, ?, ?, ?)`,
        kind,
        url,
        username,
        password,
        how.duplicates ?? 0,
        how.shuffled ?? false,
        Math.max(1, Math.min(how.batchSize ?? LARGEST_BATCH, LARGEST_BATCH)),
      );
      kinds = null;
      return id;
    },
    list: () =>
      rows().map(({ batch_size, ...row }) => ({
        ...row,
        shuffled: row.shuffled === 1,
        batchSize: batch_size,
        waiting: waitingOf(row.id),
      })),
    remove: (id) => {
      world().store.run("delete from stream_records where stream_id = ?", id);
      world().store.run("delete from streams where id = ?", id);
      kinds = null;
    },
    push: (kind, record) => {
      if (!wanted().has(kind)) return;
      const text = JSON.stringify(record());
      for (const stream of rows()) {
        if (stream.kind !== kind) continue;
        world().store.run(
          "insert into stream_records (stream_id, record) values (?, ?)",
          stream.id,
          text,
        );
      }
      wakeSoon();
    },
    flush: async (timeoutMs = 30_000) => {
      const until = performance.now() + timeoutMs;
      const isIdle = () => rows().every(({ id }) => waitingOf(id) === 0) && running.size === 0;
      wake();
      while (!isIdle() && !stopped.signal.aborted && performance.now() < until) await pause(10);
      return isIdle();
    },
    wake,
    stop: async () => {
      stopped.abort();
      await Promise.all(running.values());
    },
  };
}
