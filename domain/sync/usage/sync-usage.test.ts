import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind } from "#connectors/once/emulator/faults.ts";
import type { Provider } from "#connectors/provider.ts";
import type { UsageDay } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { iccidOf, makeSims } from "#domain/changes/testing.ts";
import { syncQuotas } from "../quotas/sync-quotas.ts";
import { syncSims } from "../sims/sync-sims.ts";
import { NEVER, startAccount } from "../testing.ts";
import { syncUsage } from "./sync-usage.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const SIMS = 12;
let actor: Actor;
let emulator: Emulator;
let provider: Provider;

const sync = (options = {}) => syncUsage(actor, provider, { ...NEVER, retryMs: 1, ...options });
const days = () =>
  asActor(
    actor,
    (sql) => sql<{ iccid: string; day: string; up: number; down: number; events: number }[]>`
      select iccid, day, upload_volume as up, download_volume as down, event_count as events
      from fleet.sim_usage_daily order by iccid, day`,
  ).then((rows) => rows.map((row) => ({ ...row })));

describe("at an emulated 1NCE", () => {
  beforeEach(async () => {
    actor = testActor();
    ({ emulator, provider } = await startAccount(SIMS));
    emulator.setNow(new Date(NOW.getTime() - 3 * 86_400_000));
    await emulator.advance({ minutes: 3 * 24 * 60 });
    await syncSims(actor, provider, NEVER);
    await syncQuotas(actor, provider, NEVER);
  });
  afterEach(() => emulator.close());

  /** Within what the API's rounded megabytes tell. */
  async function expectMirror(): Promise<void> {
    const read = async ({ iccid }: { iccid: string }) => {
      const range = { from: "2026-10-01", to: "2026-10-22" };
      const said = (await provider.reads?.readUsage(iccid, range, NEVER)) ?? [];
      return said.map(({ day, upload_bytes: up, download_bytes: down }) => ({
        iccid,
        day,
        up,
        down,
      }));
    };
    emulator.clearFaults();
    const theirs = (await Promise.all(emulator.sims().map(read))).flat();
    const ours = (await days()).map(({ events: _, ...day }) => day);
    expect(ours).toEqual(theirs);
    expect(theirs.length).toBeGreaterThan(2 * SIMS);
  }

  it("reads the days of each SIM once, and again only where something moved", async () => {
    expect(await sync()).toMatchObject({ outcome: "done", calls: SIMS });
    await expectMirror();
    expect(await sync()).toMatchObject({ outcome: "done", calls: 0 });
    await emulator.advance({
      minutes: 600,
      iccids: [iccidOf(3)],
      megabytesPerDay: 1_150,
      movesClock: false,
    });
    await syncSims(actor, provider, NEVER);
    expect(await syncQuotas(actor, provider, NEVER)).toMatchObject({ calls: 1 });
    expect(await sync()).toMatchObject({ calls: 1 });
    await expectMirror();
    expect(await sync()).toMatchObject({ calls: 0 });
  });

  it.each<FaultKind>(["reset_before", "half_body", "rate_limited_429", "html_page", "empty_200"])(
    "%s in a third of the answers: in the end the days are the provider's, none twice",
    async (kind) => {
      emulator.addFault({ kind, path: "/v1/sims/*", probability: 0.3 });
      for (let runs = 0; runs < 15; runs++) {
        await sync().catch(() => null);
        await asActor(
          actor,
          (sql) => sql`
            update store.provider_usage_reads set tried_at = '2026-01-01T00:00Z' where read_at is null`,
        );
      }
      await expectMirror();
    },
  );

  it("keeps to its budget", async () => {
    expect(await sync({ maxCalls: 5 })).toMatchObject({ outcome: "partial", calls: 5 });
    expect(await sync()).toMatchObject({ outcome: "done", calls: SIMS - 5 });
    await expectMirror();
  });
});

describe("a day that is told of twice", () => {
  const ICCID = iccidOf(0);
  let said: UsageDay[];
  let asked: { from: string; to: string }[];

  beforeEach(async () => {
    actor = testActor();
    await makeSims(actor, 1);
    await asActor(
      actor,
      (sql) => sql`
        insert into store.provider_sims (iccid, is_enabled, imei_lock, pass, first_seen_at, last_seen_at)
        values (${ICCID}, true, false, 1, ${NOW}, ${NOW})`,
    );
    said = [];
    asked = [];
    const reads = {
      readUsage: async (_: string, range: { from: string; to: string }) => {
        asked.push(range);
        return said.filter(({ day }) => day >= range.from && day <= range.to);
      },
    };
    provider = { reads, capabilities: { usage: true } } as unknown as Provider;
  });

  const day = (of: string, up: number, down = 0): UsageDay => ({
    day: of,
    upload_bytes: up,
    download_bytes: down,
    sms_to_device: 0,
    sms_from_device: 0,
  });
  const pushed = (at: string, bytes: number, id = at) =>
    asActor(
      actor,
      (sql) => sql`
        select store.ingest_usage(array[${ICCID}], array[${at}::timestamptz], array[${bytes}::bigint],
          array['upload'], array[null::text], array[null::text], array[${id}])`,
    );
  const again = async () => {
    await asActor(
      actor,
      (sql) => sql`update store.provider_usage_reads set read_at = '2026-01-01T00:00Z'`,
    );
    await sync();
  };
  const uploads = async () => Object.fromEntries((await days()).map(({ day: of, up }) => [of, up]));
  const records = () =>
    asActor(
      actor,
      (sql) => sql<{ sum: number; count: number }[]>`
        select coalesce(sum(volume), 0)::bigint as sum, count(*) as count from fleet.sim_usage`,
    );
  const MB = 1024 ** 2;

  afterEach(async () => {
    const [row] = await records();
    const all = await days();
    expect(row?.sum).toBe(all.reduce((sum, { up, down }) => sum + up + down, 0));
    expect(row?.count).toBe(all.reduce((sum, { events }) => sum + events, 0));
  });

  it("counts once where every byte of it was pushed before", async () => {
    await pushed("2026-10-19T12:00:00Z", 3 * MB);
    said = [day("2026-10-19", 3 * MB + 1)];
    await sync();
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
  });

  it("counts once where it is pushed after it was read, in one piece or in many", async () => {
    said = [day("2026-10-19", 3 * MB)];
    await sync();
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
    await pushed("2026-10-19T12:00:00Z", MB);
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
    await pushed("2026-10-19T13:00:00Z", 2 * MB);
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
    await pushed("2026-10-19T14:00:00Z", MB);
    expect(await uploads()).toEqual({ "2026-10-19": 4 * MB });
  });

  it("gets what was not pushed, such as before the streamer was switched on", async () => {
    await pushed("2026-10-19T18:00:00Z", MB);
    said = [day("2026-10-18", 5 * MB), day("2026-10-19", 4 * MB, 7), day("2026-10-20", 0)];
    await sync();
    expect(await uploads()).toEqual({ "2026-10-18": 5 * MB, "2026-10-19": 4 * MB });
    expect((await days()).at(-1)).toMatchObject({ down: 0 }); // less than is sure
  });

  it("counts once what lies in two days by two clocks", async () => {
    await pushed("2026-10-19T00:10:00Z", 2 * MB);
    await pushed("2026-10-19T12:00:00Z", 5 * MB);
    await pushed("2026-10-18T12:00:00Z", MB);
    said = [day("2026-10-18", 3 * MB), day("2026-10-19", 5 * MB)];
    await sync();
    expect(await uploads()).toEqual({ "2026-10-18": MB, "2026-10-19": 7 * MB });
  });

  it("waits with what may have been pushed as a part of today", async () => {
    await pushed("2026-10-20T12:00:00Z", MB);
    await pushed("2026-10-21T00:10:00Z", 2 * MB);
    said = [day("2026-10-20", 3 * MB), day("2026-10-21", MB)];
    await sync();
    expect(await uploads()).toEqual({ "2026-10-20": MB, "2026-10-21": 2 * MB });
  });

  it("follows the provider's corrections, up and down, and to nothing", async () => {
    said = [day("2026-10-18", 2 * MB, MB), day("2026-10-20", MB), day("2026-10-21", MB)];
    await sync();
    said = [day("2026-10-18", 3 * MB), day("2026-10-21", 4 * MB)];
    await again();
    expect(await days()).toMatchObject([
      { day: "2026-10-18", up: 3 * MB, down: 0, events: 1 },
      { day: "2026-10-21", up: 4 * MB, events: 1 },
    ]);
  });

  it("is asked for from the last day that was over, at first from the SIM's activation on", async () => {
    await asActor(actor, (sql) => sql`update store.sims set activated_at = '2026-10-02T10:00Z'`);
    await sync();
    await asActor(
      actor,
      (sql) => sql`update store.sims set last_seen_at = '2026-10-21T10:00Z' where iccid = ${ICCID}`,
    );
    await sync();
    await again();
    expect(asked).toEqual([
      { from: "2026-10-02", to: "2026-10-21" },
      { from: "2026-10-20", to: "2026-10-21" },
      { from: "2026-10-13", to: "2026-10-21" },
    ]);
  });

  it("is not read while the streamer delivers, once its first whole day is over", async () => {
    await sync();
    await asActor(
      actor,
      (sql) => sql`
        insert into store.connections (id, provider, name, base_url, client_id, secret, calls_per_second,
          created_at, created_by, updated_at, last_received_at, stream_since)
        values ('c', 'once', '1NCE', 'https://example.test', 'x', '\\x00', 10, ${NOW}, 'x', ${NOW},
          '2100-01-01T00:00Z', '2026-10-20T10:00Z')`,
    );
    await pushed("2026-10-21T10:00:00Z", MB);
    await asActor(
      actor,
      (sql) => sql`
        update store.sims set last_seen_at = '2026-10-21T10:00Z', data_heard_at = '2100-01-01T00:00Z'`,
    );
    expect(await sync()).toMatchObject({ calls: 1 });
    await asActor(
      actor,
      (sql) => sql`update store.connections set stream_since = '2026-10-18T10:00Z'`,
    );
    expect(await sync()).toMatchObject({ calls: 0 });
    await asActor(
      actor,
      (sql) => sql`update store.connections set last_received_at = '2026-01-01T00:00Z'`,
    );
    expect(await sync()).toMatchObject({ calls: 1 });
  });

  it("is the same record as in a file of the provider's days", async () => {
    const { loadUsage } = await import("#domain/imports/load-usage.ts");
    const { UsageIds } = await import("#domain/imports/usage-ids.ts");
    said = [day("2026-10-19", 3 * MB)];
    await sync();
    const record = {
      iccid: ICCID,
      at: new Date("2026-10-19T00:00:00Z"),
      direction: "upload" as const,
      volumeBytes: 3 * MB,
      operator: null,
      country: null,
      givenId: null,
    };
    await asActor(actor, (sql) => loadUsage(sql, [{ ...record, ...new UsageIds().idOf(record) }]));
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
    await again();
    expect(await uploads()).toEqual({ "2026-10-19": 3 * MB });
  });
});
