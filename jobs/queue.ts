import { PgBoss } from "pg-boss";
import { log } from "#core/log.ts";
import { database } from "#db/database.ts";

const SCHEMA = "jobs";
/** A worker that has not been heard of for so long is taken for dead, and its job goes to another. */
const HEARTBEAT_SECONDS = 10;
const MAX_JOB_HOURS = 23;

const LIVE: ReadonlySet<string> = new Set(["created", "retry", "active"]);

/** The job queue, in a schema of its own that the guarded roles cannot see. The caller stops it. */
export async function startQueue(queues: readonly string[]): Promise<PgBoss> {
  const { address } = await database();
  const boss = new PgBoss({
    ...address,
    schema: SCHEMA,
    max: 2,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    schedule: false,
  });
  boss.on("error", (error) => log().warn({ err: error }, "the job queue"));
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(queue, {
      policy: "short",
      retryLimit: 1_000,
      retryDelay: 2,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: MAX_JOB_HOURS * 3600,
    });
  }
  return boss;
}

/** Whether it waits or is worked on; else its place was lost, or its job failed too often. */
export async function isInQueue(boss: PgBoss, queue: string, key: string): Promise<boolean> {
  const jobs = await boss.findJobs(queue, { key });
  return jobs.some(({ state }) => LIVE.has(state));
}

/**
 * Whether another job with the key of this one began before it and still goes on: of two workers that read the
 * outbox at once, both may have sent what they found. One of them is first, whoever asks.
 */
export async function beganElsewhere(
  boss: PgBoss,
  queue: string,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<boolean> {
  const jobs = await boss.findJobs(queue, { key });
  const active = jobs.filter(({ state }) => state === "active");
  const [first] = active.sort(
    (a, b) => a.createdOn.getTime() - b.createdOn.getTime() || a.id.localeCompare(b.id),
  );
  return first !== undefined && first.id !== id;
}
