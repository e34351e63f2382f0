import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { DEFAULT_CLIENT } from "#connectors/once/emulator/emulator.ts";
import { systemActor } from "#core/actor.ts";
import { config, overrideConfig } from "#core/config.ts";
import { database as db } from "#db/database.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { growFleet } from "#db/fleet/grow.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { asActor } from "#db/guard.ts";
import { newOrganization } from "#domain/auth/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { disconnect } from "#domain/connections/disconnect.ts";
import { showConnection } from "#domain/connections/show-connection.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { listDrift } from "#domain/sync/differences/list-drift.ts";
import { SYNC_KINDS } from "#domain/sync/kinds.ts";
import { syncOrganization } from "#domain/sync/sync-organization.ts";
import { removeEmulatedProvider, startEmulatedProvider } from "./emulated-provider.ts";

const dataDir = mkdtempSync(join(tmpdir(), "simon-emulated-"));
const { dataDir: sharedDir, database } = config();
const NOW = new Date("2026-10-21T09:30:00Z");
const A_MONTH_LATER = new Date("2026-11-22T15:00:00Z");

const at = (now: Date) =>
  overrideConfig({
    SIMON_DATA_DIR: dataDir,
    DATABASE_URL: database.kind === "server" ? database.url : "",
    SIMON_DEMO: "1",
    SIMON_NOW: now.toISOString(),
  });

beforeAll(async () => {
  await db(); // that of all tests, not one in the folder below
  at(NOW);
});
afterAll(() => {
  overrideConfig({ SIMON_DATA_DIR: sharedDir });
  rmSync(dataDir, { recursive: true, force: true });
});

async function makeFleet(organization: Organization, seed: number): Promise<void> {
  const vocabulary = await readVocabulary();
  const order = { vocabulary, organization, seed, days: 20, now: NOW, sims: 25 };
  await generateFleet({ ...order, replace: true });
}

const running = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const stop of running) await stop();
});

async function startFor(findHome: () => Organization): Promise<() => Promise<void>> {
  const close = await startEmulatedProvider({ findHome: async () => findHome(), lookEveryMs: 50 });
  const stop = async () => {
    running.delete(stop);
    await close();
  };
  running.add(stop);
  return stop;
}

const start = (organization: Organization) => startFor(() => organization);
const signal = () => AbortSignal.timeout(30_000);

async function synchronised(organization: Organization) {
  const actor = systemActor(organization);
  const kinds = [...SYNC_KINDS];
  const turn = await syncOrganization(actor, await providerOf(actor), { signal: signal(), kinds });
  expect(turn.failed).toEqual({});
  return turn.results;
}

/** All that a sync might touch. */
function recordsOf(organization: Organization) {
  return asActor(
    systemActor(organization),
    (sql) => sql`
      select s.iccid, s.imsi, s.msisdn, s.imei, s.label, s.status, s.ip_address, s.activated_at,
        s.deactivated_at, s.last_seen_at, s.operator, s.country,
        (select json_agg(json_build_array(q.type, q.total, q.used, q.expires_at)
          order by q.type) from store.sim_quota q where q.iccid = s.iccid) as quotas,
        (select json_agg(json_build_array(d.day, d.total_volume, d.event_count) order by d.day)
          from fleet.sim_usage_daily d where d.iccid = s.iccid) as usage
      from store.sims s order by s.iccid`,
  );
}

async function expectNothingNew(organization: Organization): Promise<void> {
  const before = await recordsOf(organization);
  const results = await synchronised(organization);
  expect(results.list?.counts).toMatchObject({ added: 0, changed: 0 });
  const page = await listDrift(systemActor(organization), { limit: 10 });
  expect(page.differences).toEqual([]);
  expect(await recordsOf(organization)).toEqual(before);
}

it("a sync finds nothing new: not at first, not after a month's growth, not after a restart", async () => {
  const organization = await newOrganization();
  await makeFleet(organization, 1);
  const first = await start(organization);
  expect((await showConnection(systemActor(organization))).connection).toMatchObject({
    emulated_speed: 20,
    calls_per_second: 200,
  });
  await expectNothingNew(organization);

  at(A_MONTH_LATER);
  await growFleet(organization, A_MONTH_LATER);
  const actor = systemActor(organization);
  const [grown] = await asActor(
    actor,
    (sql) => sql`select max(day)::text as day from fleet.sim_usage_daily`,
  );
  expect(grown?.day).toBe("2026-11-22");
  await first();

  const second = await start(organization);
  await expectNothingNew(organization);
  await second();
  at(NOW);
});

it("what is changed there is there after a restart, where it was or elsewhere", async () => {
  const organization = await newOrganization();
  const actor = systemActor(organization);
  await makeFleet(organization, 2);
  const [sim] = await asActor(
    actor,
    (sql) => sql<{ iccid: string }[]>`
      select iccid from store.sims where status = 'active' order by iccid limit 1`,
  );
  const iccid = sim?.iccid ?? "";
  const addressNow = async () => (await showConnection(actor)).connection?.base_url ?? "";
  const isEnabled = async () =>
    (await (await providerOf(actor)).reads?.readSim(iccid, { signal: signal() }))?.is_enabled;

  const stop = await start(organization);
  const first = await addressNow();
  expect(await isEnabled()).toBe(true);
  await (await providerOf(actor)).perform(
    { kind: "set", iccid, values: { status: "suspended" } },
    { idempotencyKey: "1", signal: signal() },
  );
  await stop();

  const again = await start(organization);
  expect(await addressNow()).toBe(first);
  expect(await isEnabled()).toBe(false);
  await again();

  const squatter = createServer().listen(Number(new URL(first).port), "127.0.0.1");
  const elsewhere = await start(organization);
  expect(await addressNow()).not.toBe(first);
  expect(await isEnabled()).toBe(false);
  squatter.close();

  await makeFleet(organization, 3); // as `npm run fleet -- --replace` does beside it
  const known = async () => {
    const { reads } = await providerOf(actor);
    const iccids: string[] = [];
    for await (const { sims } of reads?.listSims({ signal: signal() }) ?? [])
      iccids.push(...sims.map((listed) => listed.iccid));
    return iccids.sort();
  };
  const ours = (await recordsOf(organization)).map((row) => row.iccid);
  await expect.poll(known).toEqual(ours);
  await expectNothingNew(organization);
  await elsewhere();
});

it("is left where an owner ends it, and by an organisation that is not the demo's any more", async () => {
  const [before, now] = [await newOrganization(), await newOrganization()];
  await makeFleet(before, 4);
  await makeFleet(now, 5);
  const connectionOf = async (organization: Organization) =>
    (await showConnection(systemActor(organization))).connection;
  let home = before;
  const stop = await startFor(() => home);
  expect(await connectionOf(before)).not.toBeNull();
  home = now;
  await expect.poll(() => connectionOf(now)).not.toBeNull();
  expect(await connectionOf(before)).toBeNull();
  await expectNothingNew(now);

  const owner = systemActor(now, "owner@example.org");
  const address = (await connectionOf(now))?.base_url;
  await disconnect(owner);
  const { id: client_id, secret: client_secret } = DEFAULT_CLIENT;
  await connect(owner, { client_id, client_secret, base_url: address });
  const speed = async () => (await connectionOf(now))?.emulated_speed;
  await expect.poll(speed).toBe(20); // who comes back is taken up again

  await disconnect(owner);
  await stop();
  await (await start(now))();
  expect(await connectionOf(now)).toBeNull();

  home = before;
  await (await start(before))();
  expect(await connectionOf(before)).not.toBeNull();
  await removeEmulatedProvider(); // as with SIMON_EMULATOR=0
  expect(await connectionOf(before)).toBeNull();
  const own = await newOrganization(); // with no fleet that was made here
  await (await start(own))();
  expect(await connectionOf(own)).toBeNull();
});
