import { expect, test } from "vitest";
import type { Transaction } from "./database.ts";
import { asActor, asReader } from "./guard.ts";
import { testActor } from "./testing.ts";

const ICCID = "8944500000000000001";
interface UsageRecord {
  readonly iccid?: string;
  readonly at?: string;
  readonly volume?: number;
  readonly direction?: string;
  readonly id: string;
}

async function ingest(sql: Transaction, records: readonly UsageRecord[]): Promise<number> {
  const column = <T>(pick: (record: UsageRecord) => T) => records.map(pick);
  const [row] = await sql`select store.ingest_usage(
    ${column((r) => r.iccid ?? ICCID)}::text[],
    ${column((r) => r.at ?? "2026-10-01T12:00:00Z")}::timestamptz[],
    ${column((r) => r.volume ?? 1024)}::bigint[],
    ${column((r) => r.direction ?? "upload")}::text[],
    ${column(() => "O2 DE")}::text[],
    ${column(() => "DE")}::text[],
    ${column((r) => r.id)}::text[]) as inserted`;
  return row?.inserted;
}

async function actorWithSim() {
  const actor = testActor();
  await asActor(
    actor,
    (sql) => sql`insert into store.sims (iccid, status) values (${ICCID}, 'active')`,
  );
  return actor;
}

test("a record counts once, within one batch and over two", async () => {
  const actor = await actorWithSim();
  const batch: UsageRecord[] = [{ id: "a" }, { id: "b", direction: "download" }, { id: "a" }];
  expect(await asActor(actor, (sql) => ingest(sql, batch))).toBe(2);
  expect(await asActor(actor, (sql) => ingest(sql, [...batch, { id: "c", volume: 1 }]))).toBe(1);
  const daily = await asReader(actor, (sql) => sql`select * from sim_usage_daily`);
  expect(daily).toEqual([
    {
      day: "2026-10-01",
      iccid: ICCID,
      total_volume: 2049,
      upload_volume: 1025,
      download_volume: 1024,
      event_count: 3,
    },
  ]);
});

test("the daily totals are those of the raw records, by UTC day", async () => {
  const actor = await actorWithSim();
  const records = Array.from({ length: 500 }, (_, i) => ({
    id: String(i),
    at: new Date(Date.UTC(2026, 9, 1, 0, i * 17)).toISOString(),
    volume: i * 1000,
    direction: i % 3 ? "upload" : "download",
  }));
  await asActor(actor, (sql) => ingest(sql, records.slice(0, 260)));
  await asActor(actor, (sql) => ingest(sql, records.slice(240)));
  const [difference] = await asReader(
    actor,
    (sql) => sql`
      select count(*) as days from (
        select ("timestamp" at time zone 'UTC')::date as day, sum(volume) as total, count(*) as n
        from sim_usage group by 1
        except
        select day, total_volume, event_count from sim_usage_daily) as difference`,
  );
  expect(difference?.days).toBe(0);
  const [total] = await asReader(
    actor,
    (sql) => sql`select sum(total_volume) as total from sim_usage_daily`,
  );
  expect(total?.total).toBe((1000 * 499 * 500) / 2);
});

test("two organisations may use the same ICCID and the same record id", async () => {
  const [first, second] = [await actorWithSim(), await actorWithSim()];
  expect(await asActor(first, (sql) => ingest(sql, [{ id: "same" }]))).toBe(1);
  expect(await asActor(second, (sql) => ingest(sql, [{ id: "same" }]))).toBe(1);
});

test.each<[string, Partial<UsageRecord>]>([
  ["a negative volume", { volume: -1 }],
  ["a volume over 1 PiB", { volume: 2 ** 50 + 1 }],
  ["a direction that is none", { direction: "sideways" }],
  ["a time before 2000", { at: "1970-01-01T00:00:00Z" }],
  ["a SIM that the organisation does not have", { iccid: "8944500000000000009" }],
])("%s is refused, and nothing of its batch is kept", async (_, wrong) => {
  const actor = await actorWithSim();
  await expect(
    asActor(actor, (sql) => ingest(sql, [{ id: "good" }, { id: "bad", ...wrong }])),
  ).rejects.toMatchObject({ code: "invalid" });
  const [row] = await asReader(actor, (sql) => sql`select count(*) as n from sim_usage`);
  expect(row?.n).toBe(0);
});

test("with a SIM go its records; another organisation's SIM of that number keeps its own", async () => {
  const [first, second] = [await actorWithSim(), await actorWithSim()];
  for (const actor of [first, second]) await asActor(actor, (sql) => ingest(sql, [{ id: "a" }]));
  await asActor(first, (sql) => sql`delete from store.sims where iccid = ${ICCID}`);
  const rowsOf = async (actor: typeof first) =>
    (
      await asReader(
        actor,
        (sql) => sql`select from sim_usage union all select from sim_usage_daily`,
      )
    ).length;
  expect(await rowsOf(first)).toBe(0);
  expect(await rowsOf(second)).toBe(2);
});

test("pruning empties one organisation's fleet and no other's", async () => {
  const [first, second] = [await actorWithSim(), await actorWithSim()];
  for (const actor of [first, second]) await asActor(actor, (sql) => ingest(sql, [{ id: "a" }]));
  await asActor(first, (sql) => sql`select store.prune_fleet()`);
  const sims = (actor: typeof first) => asReader(actor, (sql) => sql`select iccid from sims`);
  expect(await sims(first)).toHaveLength(0);
  expect(await sims(second)).toHaveLength(1);
});
