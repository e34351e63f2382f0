// The log, changed behind our back in every way that we could think of.
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test, vi } from "vitest";
import { overrideConfig } from "#core/config.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { acceptAuditLog } from "./accept-audit-log.ts";
import { anchorFile, readAnchor, replaceAnchor } from "./anchor-file.ts";
import { flushAnchors } from "./anchor-heads.ts";
import { auditKey, forgetAuditKey } from "./audit-key.ts";
import { type ChainedRow, readChain } from "./read-chain.ts";
import { recordAudits } from "./record-audit.ts";
import { sealOf } from "./seal.ts";
import { pastTheGuard } from "./testing.ts";
import { verifyAuditLog } from "./verify-audit-log.ts";

type TestActor = ReturnType<typeof testActor>;

const ROWS = 10;
const OTHER_KEY = Buffer.alloc(32, 7);

afterEach(() => {
  vi.useRealTimers();
  overrideConfig({});
  forgetAuditKey();
});

/** An organisation with ten recorded rows, anchored. */
async function recorded(rows = ROWS): Promise<TestActor> {
  const actor = testActor();
  await record(actor, rows);
  await flushAnchors();
  return actor;
}

function record(actor: TestActor, rows: number): Promise<void> {
  const entries = Array.from({ length: rows }, (_, i) => ({
    action: "sim.suspend",
    resourceType: "sim",
    resourceId: String(i),
    changes: { status: { from: "active", to: "suspended" }, bytes: i },
  }));
  return asActor(actor, (sql) => recordAudits(sql, actor, entries));
}

const organizationOf = (actor: TestActor) => ({
  id: actor.organizationId,
  name: actor.organizationName,
});
const verify = (actor: TestActor) => verifyAuditLog(organizationOf(actor));
const tamper = (actor: TestActor, work: (sql: Transaction) => Promise<unknown>) =>
  pastTheGuard(actor.organizationId, work);

async function breaksOf(actor: TestActor): Promise<string[]> {
  return (await verify(actor)).breaks.map(({ kind, from, to }) => `${kind} ${from}-${to}`);
}

async function chainOf(actor: TestActor): Promise<ChainedRow[]> {
  const rows = [];
  for await (const row of readChain(actor, Number.MAX_SAFE_INTEGER)) rows.push(row);
  return rows;
}

/** One column or more of one row, or of several. */
function alter(actor: TestActor, change: string, ...sequences: number[]): Promise<unknown> {
  return tamper(actor, (sql) =>
    sql.unsafe(
      `update store.audit_logs set ${change} where organization_id = $1 and sequence = any($2)`,
      [actor.organizationId, sequences],
    ),
  );
}

function remove(actor: TestActor, ...sequences: number[]): Promise<unknown> {
  return tamper(
    actor,
    (sql) => sql`
      delete from store.audit_logs
      where organization_id = ${actor.organizationId} and sequence = any(${sequences}::bigint[])`,
  );
}

/** As if what came after had never been: the rows gone, and the head where it was. */
function cutTo(actor: TestActor, last: number): Promise<unknown> {
  return tamper(actor, async (sql) => {
    const { organizationId } = actor;
    await sql`
      delete from store.audit_logs where organization_id = ${organizationId} and sequence > ${last}`;
    await sql`
      update store.audit_heads h set sequence = a.sequence, hash = a.hash from store.audit_logs a
      where h.organization_id = ${organizationId} and a.organization_id = ${organizationId}
        and a.sequence = ${last}`;
  });
}

function alterHead(actor: TestActor, change: string): Promise<unknown> {
  return tamper(actor, (sql) =>
    sql.unsafe(`update store.audit_heads set ${change} where organization_id = $1`, [
      actor.organizationId,
    ]),
  );
}

/** The rows from `first` on sealed anew with `key`, and the head moved after them. */
async function recompute(actor: TestActor, first: number, key: Buffer): Promise<void> {
  const rows = await chainOf(actor);
  let previousHash = rows[first - 2]?.hash ?? "00".repeat(32);
  await tamper(actor, async (sql) => {
    for (const row of rows.slice(first - 1)) {
      const hash = sealOf(key, { ...row, previousHash });
      await sql`
        update store.audit_logs
        set previous_hash = decode(${previousHash}, 'hex'), hash = decode(${hash}, 'hex')
        where organization_id = ${actor.organizationId} and sequence = ${row.sequence}`;
      previousHash = hash;
    }
    await sql`
      update store.audit_heads set hash = decode(${previousHash}, 'hex')
      where organization_id = ${actor.organizationId}`;
  });
}

test("an untouched log verifies, with what it holds", async () => {
  const actor = await recorded();
  const report = await verify(actor);
  expect(report).toMatchObject({
    rows: ROWS,
    verified: ROWS,
    last: ROWS,
    anchor: { sequence: ROWS },
    unchained: 0,
    sample: 0,
    breaks: [],
  });
  expect(Date.now() - Date.parse(report.verifiedUntil ?? "")).toBeLessThan(60_000);
});

test("an organisation of which nothing was recorded verifies", async () => {
  expect(await verify(testActor())).toMatchObject({ rows: 0, verifiedUntil: null, breaks: [] });
});

test.each([
  ["changes", `changes = '{"status": {"from": "active", "to": "active"}, "bytes": 4}'`],
  ["a digit of changes", `changes = jsonb_set(changes, '{bytes}', '4.0000000000000000001')`],
  ["actor", `actor = 'somebody else'`],
  ["channel", `channel = 'mcp'`],
  ["action", `action = 'sim.activate'`],
  ["resource_type", `resource_type = 'ticket'`],
  ["resource_id", `resource_id = null`],
  ["ip_address", `ip_address = '192.0.2.1'`],
  ["user_agent", `user_agent = ''`],
  ["occurred_at", `occurred_at = occurred_at - interval '1 microsecond'`],
  ["occurred_at, to no time at all", `occurred_at = '-infinity'`],
  ["hash", `hash = previous_hash`],
  ["previous_hash", `previous_hash = hash`],
])("an altered row is found: %s", async (_, change) => {
  const actor = await recorded();
  await alter(actor, change, 5);
  expect(await breaksOf(actor)).toEqual(["altered 5-5"]);
  expect(await verify(actor)).toMatchObject({ rows: ROWS, verified: ROWS - 1 });
});

test("altered neighbours are one finding, others are findings of their own", async () => {
  const actor = await recorded();
  await alter(actor, "actor = 'x'", 1, 4, 5, 10);
  expect(await breaksOf(actor)).toEqual(["altered 1-1", "altered 4-5", "altered 10-10"]);
});

test.each([
  [[5], ["removed 5-5"]],
  [
    [1, 2, 7],
    ["removed 1-2", "removed 7-7"],
  ],
  [[10], ["cut 10-10"]],
  [[8, 9, 10], ["cut 8-10"]],
])("removed rows are found: %j", async (sequences, breaks) => {
  const actor = await recorded();
  await remove(actor, ...sequences);
  expect(await breaksOf(actor)).toEqual(breaks);
});

test("a row that is altered right after a gap is found too", async () => {
  const actor = await recorded();
  await remove(actor, 5);
  await alter(actor, "actor = 'x'", 6);
  expect(await breaksOf(actor)).toEqual(["removed 5-5", "altered 6-6"]);
});

test("a cut end is found also when the head was moved back to hide it", async () => {
  const actor = await recorded();
  await cutTo(actor, 7);
  expect(await breaksOf(actor)).toEqual(["cut 8-10"]);
});

test("a cut end is found also when the log went on from there, however far", async () => {
  const actor = await recorded();
  await cutTo(actor, 7);
  await record(actor, 20);
  await flushAnchors();
  expect(await breaksOf(actor)).toEqual(["rewritten 10-10"]);
});

test("a log that was emptied with its head is found", async () => {
  const actor = await recorded();
  await tamper(actor, async (sql) => {
    await sql`delete from store.audit_logs where organization_id = ${actor.organizationId}`;
    await sql`delete from store.audit_heads where organization_id = ${actor.organizationId}`;
  });
  expect(await breaksOf(actor)).toEqual(["cut 1-10"]);
});

test.each([
  [10, ["altered 10-10"]],
  [4, ["recomputed 4-10"]],
  [1, ["recomputed 1-10"]],
])("a chain recomputed from row %i on with another key is found", async (first, breaks) => {
  const actor = await recorded();
  await alter(actor, "actor = 'x'", first);
  await recompute(actor, first, OTHER_KEY);
  expect(await breaksOf(actor)).toEqual(breaks);
});

test("a chain recomputed with the right key is found by its anchor", async () => {
  const actor = await recorded();
  await alter(actor, "actor = 'x'", 4);
  await recompute(actor, 4, await auditKey());
  expect(await verify(actor)).toMatchObject({ verified: ROWS });
  expect(await breaksOf(actor)).toEqual(["rewritten 10-10"]);
});

test("a row that fits the key but stands in another's place is found", async () => {
  const actor = await recorded();
  const fifth = (await chainOf(actor))[4];
  if (!fifth) throw new Error("no fifth row");
  const hash = sealOf(await auditKey(), { ...fifth, actor: "x" });
  await alter(actor, `actor = 'x', hash = '\\x${hash}'`, 5);
  expect(await breaksOf(actor)).toEqual(["exchanged 6-6"]);
});

test("with another secret no row fits, and that is what it says", async () => {
  const actor = await recorded();
  overrideConfig({ SIMON_SECRET: "quite another secret of this installation" });
  forgetAuditKey();
  expect(await breaksOf(actor)).toEqual(["wrong key 1-10"]);
});

test.each([
  ["another hash", "hash = decode(repeat('11', 32), 'hex')", "head 10-10"],
  ["behind the rows", "sequence = 6", "head 10-10"],
  ["ahead of the rows", "sequence = 12", "short 11-12"],
])("an altered head is found: %s", async (_, change, found) => {
  const actor = await recorded();
  await alterHead(actor, change);
  expect(await breaksOf(actor)).toEqual([found]);
});

test("while the head is behind its rows nothing can be recorded, so no row is overwritten", async () => {
  const actor = await recorded();
  await alterHead(actor, "sequence = 6");
  await expect(record(actor, 1)).rejects.toThrow("Nothing was changed");
  expect(await verify(actor)).toMatchObject({ verified: ROWS });
});

test("an older anchor is fine, a newer one is a cut end", async () => {
  const actor = await recorded();
  const now = readAnchor(actor.organizationId);
  if (!now) throw new Error("not anchored");
  const sixth = (await chainOf(actor))[5];
  const older = { ...now, sequence: 6, hash: sixth?.hash ?? "" };
  expect(replaceAnchor(actor.organizationId, now, older)).toBe(true);
  expect(await verify(actor)).toMatchObject({ verified: ROWS, breaks: [], anchor: older });
  const newer = { ...now, sequence: 12, hash: "22".repeat(32) };
  expect(replaceAnchor(actor.organizationId, older, newer)).toBe(true);
  expect(await breaksOf(actor)).toEqual(["cut 11-12"]);
});

test("a missing anchor is found, but not in the first moments of a log", async () => {
  const actor = await recorded();
  const file = new DatabaseSync(anchorFile(), { timeout: 5_000 });
  file.prepare("delete from anchors where organization_id = ?").run(actor.organizationId);
  file.close();
  expect(await breaksOf(actor)).toEqual([]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  expect(await breaksOf(actor)).toEqual(["not anchored 10-10"]);
});

test("rows from before the chain and rows of the demo are counted, and not verified", async () => {
  const actor = await recorded();
  await tamper(actor, async (sql) => {
    const add = (source: string) => sql`
      insert into store.audit_logs (organization_id, actor, channel, action, resource_type, source)
      values (${actor.organizationId}, 'x', 'web', 'x', 'x', ${source})`;
    const [constraint] = await sql`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'recorded_is_chained'`;
    await sql`alter table store.audit_logs drop constraint recorded_is_chained`;
    await sql`alter table store.audit_logs disable trigger advance_audit_head`;
    for (const source of ["recorded", "recorded", "sample", "sample", "sample"]) await add(source);
    await sql`alter table store.audit_logs enable trigger advance_audit_head`;
    await sql.unsafe(
      `alter table store.audit_logs add constraint recorded_is_chained ${constraint?.text}`,
    );
  });
  expect(await verify(actor)).toMatchObject({ rows: ROWS, sample: 3, unchained: 2, breaks: [] });
});

test.each([
  ["a cut end", (actor: TestActor) => cutTo(actor, 7)],
  ["a cut end that went on", (actor: TestActor) => cutTo(actor, 7).then(() => record(actor, 9))],
  ["a head ahead of its rows", (actor: TestActor) => alterHead(actor, "sequence = 12")],
  ["a head behind its rows", (actor: TestActor) => alterHead(actor, "sequence = 6")],
  [
    "a log without rows",
    (actor: TestActor) => remove(actor, ...Array.from({ length: 10 }, (_, i) => i + 1)),
  ],
])("accepting %s lets the log go on, and is recorded", async (_, harm) => {
  const actor = await recorded();
  await harm(actor);
  expect(await breaksOf(actor)).toHaveLength(1);
  await acceptAuditLog(organizationOf(actor), "test");
  expect(await breaksOf(actor)).toEqual([]);
  const last = (await chainOf(actor)).at(-1);
  expect(last).toMatchObject({ action: "audit.accept", actor: "test" });
  expect(JSON.parse(last?.changes ?? "")).toMatchObject({ anchor: { sequence: ROWS } });
  await record(actor, 2);
  await flushAnchors();
  expect(await breaksOf(actor)).toEqual([]);
});

test("accepting does not make altered and removed rows good", async () => {
  const actor = await recorded();
  await alter(actor, "actor = 'x'", 3);
  await remove(actor, 5);
  await acceptAuditLog(organizationOf(actor), "test");
  expect(await breaksOf(actor)).toEqual(["altered 3-3", "removed 5-5"]);
});
