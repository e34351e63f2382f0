// node bench/changes.ts [SIMS]: a change of 10,000 SIMs at a provider of whose calls a fifth fail, go
// unanswered or lose their answer, by our workers and by the plain loop that a script would use. What
// counts beside the time is the provider's own log: how often each SIM was really changed or written to.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Operation, Provider } from "#connectors/provider.ts";
import { faulty, forgetful } from "#connectors/testing/faulty-provider.ts";
import { type Actor, SCOPES, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { randomOf } from "#db/fleet/random.ts";
import { asActor } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { decide } from "#domain/changes/decide.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import { propose } from "#domain/changes/propose.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { TIMING } from "#domain/changes/work/timing.ts";
import { workOnChange } from "#domain/changes/work/work-on-change.ts";
import { localProvider } from "#domain/providers/local-provider.ts";

const SIMS = Number(process.argv[2] ?? 10_000);
const FAULT_RATE = 0.2;
const TIMEOUT_MS = 500;
const LANES = 16;
const timing = {
  ...TIMING,
  callTimeoutMs: TIMEOUT_MS,
  leaseMs: 2 * TIMEOUT_MS,
  retryMs: 20,
  maxRetryMs: 200,
  lanes: LANES,
};

interface Effect {
  readonly tool: string;
  readonly input: Record<string, unknown>;
  readonly operation: (iccid: string) => Operation;
}
const EFFECTS: readonly Effect[] = [
  {
    tool: "set_sim_status",
    input: { status: "suspended" },
    operation: (iccid) => ({ kind: "set", iccid, values: { status: "suspended" } }),
  },
  {
    tool: "send_sms",
    input: { body: "REBOOT" },
    operation: (iccid) => ({ kind: "send_sms", iccid, text: "REBOOT" }),
  },
];

const url = process.env.TEST_DATABASE_URL;
if (!url) throw new Error("Run it as: npm run bench -- changes (it starts a throwaway Postgres)");
const dataDir = mkdtempSync(join(tmpdir(), "simon-bench-"));
overrideConfig({ DATABASE_URL: url, SIMON_DATA_DIR: dataDir });
await migrate(await database());
for (const effect of EFFECTS) {
  console.log(`\n${effect.tool}, ${SIMS} SIMs, ${FAULT_RATE * 100} % of the calls fail`);
  console.table({ "Simon's workers": await byWorkers(effect), "plain loop": await byLoop(effect) });
}
console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
await closeDatabase();
rmSync(dataDir, { recursive: true });

async function byWorkers({ tool, input }: Effect) {
  const { owner, iccids } = await newFleet();
  const askedAt = performance.now();
  const { approval } = await propose(owner, {
    kind: kindOf(tool),
    input,
    asked: input,
    targets: iccids,
    isNamed: true,
  });
  const approvedAt = performance.now();
  await decide(owner, approval.id, { decision: "approve", typedCount: SIMS });
  const startedAt = performance.now();
  const worker = systemActor({ id: owner.organizationId, name: "Bench" });
  await workOnChange(worker, approval.id, {
    provider: badProvider(owner),
    timing,
    signal: new AbortController().signal,
  });
  const endedAt = performance.now();
  const { progress } = await getChange(owner, approval.id);
  return {
    ...(await byTheLog(owner)),
    done: progress.done ?? 0,
    failed: progress.failed ?? 0,
    unknown: progress.unknown ?? 0,
    previewSeconds: seconds(approvedAt - askedAt),
    approveSeconds: seconds(startedAt - approvedAt),
    workSeconds: seconds(endedAt - startedAt),
    simsPerSecond: Math.round((SIMS / (endedAt - startedAt)) * 1000),
  };
}

/** Whatever fails is tried again, up to ten times; nothing is kept of what was done. */
async function byLoop({ operation }: Effect) {
  const { owner, iccids } = await newFleet();
  const provider = badProvider(owner);
  const left = [...iccids];
  let done = 0;
  const startedAt = performance.now();
  const lane = async () => {
    for (let iccid = left.pop(); iccid !== undefined; iccid = left.pop()) {
      if (await tried(provider, operation(iccid))) done++;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const workSeconds = seconds(performance.now() - startedAt);
  return {
    ...(await byTheLog(owner)),
    done,
    failed: SIMS - done,
    unknown: 0,
    workSeconds,
    simsPerSecond: Math.round(SIMS / workSeconds),
  };
}

async function tried(provider: Provider, operation: Operation): Promise<boolean> {
  for (let attempt = 0; attempt < timing.maxAttempts; attempt++) {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      await provider.perform(operation, { idempotencyKey: randomUUID(), signal });
      return true;
    } catch {} // that is what a plain loop does: it tries again
  }
  return false;
}

function badProvider(actor: Actor): Provider {
  const provider = { ...forgetful(localProvider(actor)), callsPerSecond: 5_000 };
  return faulty(provider, { rate: FAULT_RATE, random: randomOf(7) });
}

async function byTheLog(actor: Actor) {
  const [row] = await asActor(
    actor,
    (sql) => sql<{ reached: number; twice: number }[]>`
      select count(*) as reached, count(*) filter (where times > 1) as twice
      from (select count(*) as times from store.local_provider_log group by iccid) as per_sim`,
  );
  return { reached: row?.reached ?? 0, twice: row?.twice ?? 0 };
}

async function newFleet() {
  const id = `bench-${randomUUID()}`;
  const owner: Extract<Actor, { kind: "user" }> = {
    kind: "user",
    channel: "web",
    userId: randomUUID(),
    organizationId: id,
    organizationName: "Bench",
    role: "owner",
    scopes: new Set(SCOPES),
    name: "bench@example.test",
  };
  await asActor(owner, async (sql) => {
    await sql`insert into store.change_rules (type_count_over, expires_after_minutes, protected_tags, protected_iccids)
      values (25, 60, '{}', '{}')`;
    await sql`insert into store.sims (iccid, label, status)
      select (8988280666000000000::numeric + n)::text, 'device-' || n, 'active' from generate_series(1, ${SIMS}::int) n`;
  });
  const rows = await asActor(
    owner,
    (sql) => sql<{ iccid: string }[]>`select iccid from fleet.sims`,
  );
  return { owner, iccids: rows.map(({ iccid }) => iccid) };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
