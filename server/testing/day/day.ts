import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Emulator, startEmulator } from "#connectors/once/emulator/emulator.ts";
import { type Random, randomOf } from "#connectors/once/emulator/random.ts";
import { plausibleSims } from "#connectors/once/emulator/sims/plausible.ts";
import type { Provider } from "#connectors/provider.ts";
import { type Actor, type SystemActor, systemActor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { isPassing } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { QUICK, setRules } from "#domain/changes/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { requireConnection } from "#domain/connections/connection.ts";
import { openProvider } from "#domain/connections/open-provider.ts";
import { awaitTurn } from "#domain/providers/await-turn.ts";
import { startWorker } from "#jobs/worker.ts";
import { openDoor, type StreamDoor } from "./stream-door.ts";
import { readTheirStore, type TheirCounts } from "./their-store.ts";

/** 1NCE's ten calls a second are a thousand here. */
const TIME_FACTOR = 100;
const CALLS_PER_SECOND = 10 * TIME_FACTOR;
const NEVER_MS = 2 ** 31 - 1;
/** As patient as we are, a hundred times as fast. */
const TIMING = { ...QUICK, callTimeoutMs: 3_000, leaseMs: 5_000 };
const RETRY_MS = 5;
const TIMEOUT_MS = 1_000;
const ORDER_SETTLES_MS = 300;
const STREAM = { duplicates: 0.3, shuffled: true, batchSize: 100 };
const START = new Date("2026-10-20T11:00:00Z");

export interface DayOptions {
  readonly sims: number;
  /** With a database of its own, which a process of `env` finds too. */
  readonly dataDir: string;
  /** Makes it the now of the fleet, which is the provider's too. */
  readonly setNow: (now: Date) => void;
  /** Default: a job, as after every connecting. */
  readonly firstSyncBy?: "job" | "caller";
}

/** An organisation with its account at an emulated 1NCE, a worker, and the door that the streamer pushes to. */
export interface Day {
  readonly owner: Extract<Actor, { kind: "user" }>;
  readonly system: SystemActor;
  readonly emulator: Emulator;
  /** Where the emulator keeps its state. */
  readonly emulatorFile: string;
  readonly provider: Provider;
  readonly door: StreamDoor;
  readonly random: Random;
  readonly retryMs: number;
  readonly dataDir: string;
  /** How many SIMs each sort of change takes a round. */
  readonly unit: number;
  passHours(hours: number): Promise<void>;
  /** From then on the provider pushes. */
  startStream(): Promise<void>;
  /** What had happened at the provider by then. */
  streamedFrom(): TheirCounts;
  stop(): Promise<void>;
}

export async function startDay({
  sims,
  dataDir,
  setNow,
  firstSyncBy = "job",
}: DayOptions): Promise<Day> {
  setNow(START);
  const emulatorFile = join(dataDir, "emulator.db");
  const emulator = await startEmulator({
    file: emulatorFile,
    sims: plausibleSims(sims),
    timeFactor: TIME_FACTOR,
    now: fleetNow,
  });
  await emulator.advance({ minutes: 240, smsPerDay: 2, movesClock: false });
  const organization = await newOrganization();
  const owner = await newMember(organization, "owner");
  const system = systemActor(organization);
  await setRules(owner, { two_people_over_amount: null, protected_tags: [] });
  const provider = await connected(owner, emulator);
  if (firstSyncBy === "caller") {
    await asActor(
      owner,
      (sql) => sql`update store.job_runs set state = 'done', finished_at = created_at`,
    );
  }
  const stopWorker = await startWorker({
    timing: TIMING,
    provider: () => provider,
    dueEveryMs: NEVER_MS,
  });
  const door = await openDoor(owner);
  let before: TheirCounts | undefined;
  return {
    ...{ owner, system, emulator, emulatorFile, provider, door, dataDir },
    random: randomOf(sims),
    retryMs: RETRY_MS,
    unit: Math.max(1, Math.floor(sims / 100)),
    passHours: async (hours) => {
      setNow(new Date(fleetNow().getTime() + hours * 3_600_000));
      await agedOnceFree(owner, hours);
    },
    startStream: async () => {
      const target = { ...(await door.target()), ...STREAM };
      before = readTheirStore(emulatorFile).counts;
      for (const kind of ["usage", "events"] as const) emulator.addStream({ kind, ...target });
    },
    streamedFrom: () => before ?? readTheirStore(emulatorFile).counts,
    stop: async () => {
      await stopWorker();
      await door.close();
      await emulator.close();
    },
  };
}

async function connected(owner: Actor, { url, clients }: Emulator): Promise<Provider> {
  const [client] = clients;
  await connect(owner, {
    client_id: client?.id ?? "",
    client_secret: client?.secret ?? "",
    base_url: url,
  });
  const connection = await asActor(owner, async (sql) => {
    await sql`update store.connections set calls_per_second = ${CALLS_PER_SECOND}`;
    return requireConnection(sql);
  });
  const provider = await openProvider(connection, {
    awaitTurn: (signal) => awaitTurn(connection, signal),
    retryMs: RETRY_MS,
    timeoutMs: TIMEOUT_MS,
    orderSettlesMs: ORDER_SETTLES_MS,
  });
  if (!provider) throw new Error("the connection cannot be opened");
  return provider;
}

/** All rows at once, which others write a part of in an order of their own. */
async function agedOnceFree(owner: Actor, hours: number): Promise<void> {
  for (;;) {
    try {
      await age(owner, hours);
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** What goes by the real clock waits as if it had moved too. */
async function age(owner: Actor, hours: number): Promise<void> {
  const span = `${hours} hours`;
  await asActor(owner, async (sql) => {
    for (const table of ["provider_quotas", "provider_usage_reads"]) {
      await sql`
        update store.${sql(table)}
        set tried_at = tried_at - ${span}::interval, read_at = read_at - ${span}::interval`;
    }
    await sql`
      update store.sync_runs set lease_until = lease_until - ${span}::interval where state = 'running'`;
    await sql`
      update store.change_items set finished_at = finished_at - ${span}::interval,
        last_asked_at = last_asked_at - ${span}::interval`;
    await sql`
      update store.sims
      set data_heard_at = data_heard_at - ${span}::interval, sms_heard_at = sms_heard_at - ${span}::interval`;
    await sql`
      update store.provider_sims set last_seen_at = last_seen_at - ${span}::interval`;
  });
}
