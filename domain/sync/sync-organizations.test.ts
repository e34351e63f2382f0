import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Actor, systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { staleNotes } from "./status/stale-notes.ts";
import { syncStatus } from "./status/sync-status.ts";
import { syncOrganization } from "./sync-organization.ts";
import { syncOrganizations } from "./sync-organizations.ts";
import { startAccount } from "./testing.ts";

type Account = Awaited<ReturnType<typeof startAccount>>;
const NOW = new Date("2026-10-21T09:30:00Z");
const signal = new AbortController().signal;

let accounts: Map<string, Account>;
beforeEach(() => {
  accounts = new Map();
});
afterEach(async () => {
  for (const { emulator } of accounts.values()) await emulator.close();
});

async function connected(sims: number): Promise<Actor> {
  const actor = systemActor(await ensureOrganization(`Fleet of ${sims} ${randomUUID()}`));
  accounts.set(actor.organizationId, await startAccount(sims));
  await asActor(
    actor,
    (sql) => sql`
      insert into store.connections (id, provider, name, base_url, client_id, secret, calls_per_second,
        created_at, created_by, updated_at)
      values (${actor.organizationId}, 'once', '1NCE', 'https://example.test', 'x', '\\x00', 10, ${NOW}, 'x',
        ${NOW})`,
  );
  return actor;
}

const sync = (only: readonly Actor[], callsOfATurn = 40) =>
  syncOrganizations({
    signal,
    retryMs: 1,
    callsOfATurn,
    only: only.map(({ organizationId }) => organizationId),
    providerFor: async ({ organizationId }) => {
      const account = accounts.get(organizationId);
      if (!account) throw new Error("no account");
      return account.provider;
    },
  });
const stateOf = async (actor: Actor) => {
  const { kinds } = await syncStatus(actor);
  return Object.fromEntries(kinds.map(({ kind, last_run }) => [kind, last_run?.state]));
};
const ALL_DONE = { list: "done", quota: "done", usage: "done", prices: "done", events: undefined };

it("a large fleet does not keep small ones waiting: each has its turn, and goes to the end of the line", async () => {
  const large = await connected(120);
  const small = await Promise.all([10, 10, 10, 10, 10].map(connected));
  const turns = await sync([large, ...small]);
  for (const actor of [large, ...small]) expect(await stateOf(actor)).toEqual(ALL_DONE);
  const lastSmall = Math.max(
    ...small.map(({ organizationId }) => turns.lastIndexOf(organizationId)),
  );
  const largeTurns = turns.filter((id) => id === large.organizationId).length;
  expect(largeTurns).toBeGreaterThanOrEqual(9); // 360 calls, 40 a turn
  expect(
    turns.slice(0, lastSmall + 1).filter((id) => id === large.organizationId).length,
  ).toBeLessThanOrEqual(3);
});

it("takes those first that have waited longest, and nobody who is not due", async () => {
  const [first, second] = [await connected(1), await connected(1)];
  await sync([first, second]);
  expect(await sync([first, second])).toEqual([]);
  const ago = (actor: Actor, hours: number) =>
    asActor(
      actor,
      (sql) =>
        sql`update store.sync_runs set started_at = started_at - make_interval(hours => ${hours})`,
    );
  await ago(first, 30);
  await ago(second, 40);
  expect(await sync([first, second])).toEqual([second.organizationId, first.organizationId]);
});

it("an organisation whose provider fails stops no other, and what failed is tried again", async () => {
  const [broken, whole] = [await connected(3), await connected(3)];
  accounts.get(broken.organizationId)?.emulator.addFault({ kind: "html_page", path: "/v*" });
  await sync([broken, whole]);
  expect(await stateOf(whole)).toEqual(ALL_DONE);
  expect(await stateOf(broken)).toMatchObject({ list: "failed", prices: "failed" });
  const { kinds } = await syncStatus(broken);
  expect(kinds[0]?.last_run?.error).toMatch(/^1NCE .*\.$/);
  accounts.get(broken.organizationId)?.emulator.clearFaults();
  await sync([broken, whole]);
  expect(await stateOf(broken)).toEqual(ALL_DONE);
});

it("an organisation without a connection is left alone", async () => {
  const organization = await ensureOrganization(`Alone ${randomUUID()}`);
  expect(await sync([systemActor(organization)])).toEqual([]);
});

it("the status says how old each kind of data is, where it came from, and what it cost in calls", async () => {
  const actor = await connected(5);
  expect((await syncStatus(actor)).kinds.map(({ as_of, is_stale }) => [as_of, is_stale])).toEqual([
    [null, true],
    [null, true],
    [null, true],
    [null, false],
    [null, true],
  ]);
  const provider = accounts.get(actor.organizationId)?.provider;
  if (!provider) throw new Error("no account");
  const turn = await syncOrganization(actor, provider, { signal });
  expect(turn).toMatchObject({ isLeft: false, failed: {} });
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
