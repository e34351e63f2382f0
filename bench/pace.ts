// node bench/pace.ts [SIMS]: how many SIMs a second a change comes to, at a provider that answers at once and
// in our own records alone, on the embedded database; with TEST_DATABASE_URL on that Postgres. It is what
// estimates begin with (domain/changes/estimate.ts).
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, SCOPES, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { decide } from "#domain/changes/decide.ts";
import { kindOf } from "#domain/changes/kinds.ts";
import { propose } from "#domain/changes/propose.ts";
import { workOnChange } from "#domain/changes/work/work-on-change.ts";

const SIMS = Number(process.argv[2] ?? 800);
const CHANGES = [
  { tool: "set_sim_status", input: { status: "suspended" } },
  { tool: "set_sim_status", input: { status: "active" } },
  { tool: "update_sim", input: { add_tags: ["pilot"] } },
];

const url = process.env.TEST_DATABASE_URL;
const dataDir = mkdtempSync(join(tmpdir(), "simon-bench-"));
overrideConfig({ DATABASE_URL: url, SIMON_DATA_DIR: dataDir });
const { kind } = await database();
await migrate(await database());
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
const rows = await asActor(
  owner,
  (sql) => sql<{ iccid: string }[]>`
    insert into store.sims (iccid, label, status)
    select (8988280666000000000::numeric + n)::text, 'device-' || n, 'active' from generate_series(1, ${SIMS}::int) n
    returning iccid`,
);
const targets = rows.map(({ iccid }) => iccid);
const table: Record<string, object> = {};
for (const { tool, input } of CHANGES) {
  const { approval, preview } = await propose(owner, {
    kind: kindOf(tool),
    input,
    asked: input,
    targets,
    isNamed: true,
  });
  await decide(owner, approval.id, { decision: "approve", typedCount: SIMS });
  const startedAt = performance.now();
  await workOnChange(systemActor({ id, name: "Bench" }), approval.id, {
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  table[preview.title] = {
    estimatedSeconds: preview.estimated_seconds,
    workSeconds: Math.round(seconds * 10) / 10,
    simsPerSecond: Math.round(SIMS / seconds),
  };
}
console.log(`\nA change of ${SIMS} SIMs, ${kind} database`);
console.table(table);
await closeDatabase();
rmSync(dataDir, { recursive: true });
