import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { packagePrice } from "./prices/package-price.ts";
import { staleNotes } from "./status/stale-notes.ts";
import { syncStatus } from "./status/sync-status.ts";
import { syncOrganization } from "./sync-organization.ts";
import { NEVER, startAccount } from "./testing.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const ALL_DONE = { list: "done", quota: "done", usage: "done", prices: "done", events: undefined };

let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(5));
  await asActor(
    actor,
    (sql) => sql`
      insert into store.connections (id, provider, name, base_url, client_id, secret, calls_per_second,
        created_at, created_by, updated_at)
      values (${actor.organizationId}, 'once', '1NCE', 'https://example.test', 'x', '\\x00', 10, ${NOW}, 'x',
        ${NOW})`,
  );
});
afterEach(() => emulator.close());

const turn = (options = {}) =>
  syncOrganization(actor, provider, { ...NEVER, retryMs: 1, ...options });
const statesNow = async () => {
  const { kinds } = await syncStatus(actor);
  return Object.fromEntries(kinds.map(({ kind, last_run }) => [kind, last_run?.state]));
};

it("a turn ends with its budget of calls, and the next ones go on until nothing is due", async () => {
  const turns = [await turn({ maxCalls: 6 })];
  expect((await syncStatus(actor)).kinds.find(({ kind }) => kind === "quota")).toMatchObject({
    as_of: null,
    waiting: 10 - (turns[0]?.results.quota?.calls ?? 0),
  });
  while (turns.at(-1)?.isLeft) turns.push(await turn({ maxCalls: 6 }));
  expect(turns.length).toBeGreaterThanOrEqual(3); // 18 calls, 6 a turn
  for (const { results } of turns) {
    const calls = Object.values(results).reduce((sum, result) => sum + result.calls, 0);
    expect(calls).toBeLessThanOrEqual(7); // what is sold and what was bought are read together
  }
  expect(await statesNow()).toEqual(ALL_DONE);
  expect(await turn()).toEqual({ results: {}, failed: {}, isLeft: false, isBusy: false });
});

it("what somebody else is at is left to them, and gone on with once they are taken for dead", async () => {
  const run = (lease: string) => ({ kind: "quota", started_at: NOW, lease_until: new Date(lease) });
  await asActor(
    actor,
    (sql) => sql`insert into store.sync_runs ${sql(run("2100-01-01T00:00:00Z"))}`,
  );
  const others = await turn();
  expect(others).toMatchObject({ isBusy: true, isLeft: false });
  expect(Object.keys(others.results)).not.toContain("quota");
  await asActor(actor, (sql) => sql`update store.sync_runs set lease_until = ${NOW}`);
  expect(await turn()).toMatchObject({ isBusy: false, results: { quota: { calls: 10 } } });
});

it("a kind that fails stops no other, says why, and is due again", async () => {
  emulator.addFault({ kind: "html_page", path: "/v1/products" });
  const first = await turn();
  expect(Object.keys(first.failed)).toEqual(["prices"]);
  expect(first.failed.prices).toMatch(/^1NCE .*\.$/);
  expect(await statesNow()).toEqual({ ...ALL_DONE, prices: "failed" });
  const prices = (await syncStatus(actor)).kinds.find(({ kind }) => kind === "prices");
  expect(prices?.last_run?.error).toBe(first.failed.prices);
  emulator.clearFaults();
  expect(Object.keys((await turn()).results)).toEqual(["prices"]);
  expect(await statesNow()).toEqual(ALL_DONE);
});

it("another account is read at once and whole, its prices too", async () => {
  await turn();
  const other = await startAccount(3);
  try {
    expect(await syncOrganization(actor, other.provider, { ...NEVER, retryMs: 1 })).toMatchObject({
      results: { prices: { outcome: "done" }, list: { calls: 1 }, quota: { calls: 6 } },
      isLeft: false,
    });
    expect(await asActor(actor, (sql) => packagePrice(sql))).toMatchObject({ amount: 10 });
    expect((await syncStatus(actor)).kinds.find(({ kind }) => kind === "prices")).toMatchObject({
      as_of: NOW,
    });
  } finally {
    await other.emulator.close();
  }
});

it("the status says how old each kind of data is, where it came from, and what it cost in calls", async () => {
  expect((await syncStatus(actor)).kinds.map(({ as_of, is_stale }) => [as_of, is_stale])).toEqual([
    [null, true],
    [null, true],
    [null, true],
    [null, false],
    [null, true],
  ]);
  expect(await turn()).toMatchObject({ isLeft: false, failed: {} });
  const status = await syncStatus(actor);
  expect(status).toMatchObject({ provider: "1NCE", differences: 0, conflicts: 0, top_ups: [] });
  expect(status.calls_24h).toEqual([
    { kind: "list", calls: 1, calls_needed: 1 },
    { kind: "prices", calls: 2, calls_needed: 2 },
    { kind: "quota", calls: 10, calls_needed: 10 },
    { kind: "usage", calls: 5, calls_needed: 5 },
  ]);
  for (const { kind, ...age } of status.kinds) {
    if (kind === "events") continue;
    expect(age).toMatchObject({ as_of: NOW, source: "provider", is_stale: false, waiting: 0 });
    expect(age.next_run_at?.getTime()).toBeGreaterThan(Date.now());
  }
});

it("data that should have been renewed by now is said to be old, and what is pushed counts too", async () => {
  await turn();
  expect(await staleNotes(actor)).toEqual([]);
  await asActor(actor, async (sql) => {
    await sql`update store.data_age set as_of = '2026-10-21T07:00Z' where kind = 'list'`;
    await sql`update store.connections set last_received_at = '2026-10-21T09:00Z'`;
  });
  expect(await staleNotes(actor)).toEqual(["The list of SIMs: last brought up to date 2 h ago."]);
  const later = Object.fromEntries((await syncStatus(actor)).kinds.map((age) => [age.kind, age]));
  expect(later.list).toMatchObject({ is_stale: true });
  expect(later.events).toMatchObject({ source: "streamer", as_of: new Date("2026-10-21T09:00Z") });
  expect(later.usage?.sources.map(({ source }) => source)).toEqual(["provider", "streamer"]);
});
