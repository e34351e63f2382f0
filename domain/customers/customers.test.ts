import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Forbidden, Invalid, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import type { CustomerOrder } from "./customer.ts";
import { getCustomer } from "./get-customer.ts";
import { listCustomers } from "./list-customers.ts";
import { monthsUntil } from "./months.ts";

const NOW = new Date("2026-10-11T09:30:00Z");
const iccidOf = (index: number) => `8988280666${String(index).padStart(9, "0")}`;
const WHOSE = ["Volt", "Volt", "acme", "Bolt 50%", null, "Volt"];

let actor: Actor;

beforeAll(async () => {
  actor = testActor();
  await asActor(actor, async (sql) => {
    await sql`
      insert into store.sims (iccid, status, customer)
      select * from unnest(${WHOSE.map((_, index) => iccidOf(index))}::text[],
        ${WHOSE.map((_, index) => (index === 1 ? "suspended" : "active"))}::text[], ${WHOSE}::text[])`;
    await use(sql, [
      [0, "2026-10-01", 300],
      [0, "2026-10-11", 50], // today, which is no whole day yet
      [1, "2026-10-10", 100],
      [0, "2026-09-10", 200],
      [0, "2026-09-11", 999], // later in its month than today
      [0, "2026-08-31", 999],
      [2, "2026-10-05", 70],
    ]);
    await sql`insert into store.sim_quota (iccid, type, total, used, remaining)
      select iccid, 'data', 1000, 0, 1000 from store.sims`;
    await sql`insert into store.quota_outlook (iccid, type, exhaustion_date, computed_at) values
      (${iccidOf(0)}, 'data', '2026-10-18', ${NOW}), (${iccidOf(1)}, 'data', '2026-10-19', ${NOW}),
      (${iccidOf(2)}, 'sms', '2026-10-12', ${NOW}), (${iccidOf(5)}, 'data', '2026-10-10', ${NOW})`;
    for (const [index, status] of [
      [0, "open"],
      [0, "open"],
      [1, "dismissed"],
      [4, "open"],
    ] as const)
      await sql`insert into store.anomalies (iccid, day, last_day, kind, status, score, severity, reason, detected_at)
        values (${iccidOf(index)}, '2026-10-10', '2026-10-10', 'spike', ${status}, 1, 'high', 'odd', ${NOW})`;
    await sql`insert into store.churn_risk (iccid, probability, risk_level, computed_at) values
      (${iccidOf(0)}, 0.9, 'high', ${NOW}), (${iccidOf(2)}, 0.5, 'medium', ${NOW})`;
    await sql`insert into store.support_tickets (customer, subject, status) values
      ('Volt', 'a', 'open'), ('Volt', 'b', 'open'), ('Volt', 'c', 'resolved'), ('acme', 'd', 'pending')`;
  });
});

async function use(
  sql: Parameters<Parameters<typeof asActor>[1]>[0],
  days: [index: number, day: string, bytes: number][],
) {
  await sql`select store.ingest_usage(
    ${days.map(([index]) => iccidOf(index))}::text[],
    ${days.map(([, day]) => `${day}T08:00:00Z`)}::text[]::timestamptz[],
    ${days.map(([, , bytes]) => bytes)}::bigint[], ${days.map(() => "upload")}::text[],
    ${days.map(() => "Net")}::text[], ${days.map(() => "DE")}::text[],
    ${days.map((_, index) => `r${index}`)}::text[])`;
}

async function namesBy(order: CustomerOrder, limit: number) {
  const names: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCustomers(actor, { order, limit, cursor }, NOW);
    names.push(...page.customers.map(({ customer }) => customer));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return names;
}

describe("customers", () => {
  it("have the figures of their own SIMs", async () => {
    expect(await getCustomer(actor, "Volt", NOW)).toEqual({
      customer: "Volt",
      sims: 3,
      active: 2,
      month_volume: 450,
      month_change_percent: 100, // 400 bytes in ten whole days against 200 in the same ten
      running_out_in_7_days: 1,
      anomalous: 1,
      high_churn_risk: 1,
      open_tickets: 2,
    });
    const { customers } = await listCustomers(actor, { order: "name", limit: 9 }, NOW);
    expect(customers.find(({ customer }) => customer === "acme")).toMatchObject({
      sims: 1,
      month_volume: 70,
      month_change_percent: null,
      running_out_in_7_days: 0,
      high_churn_risk: 0,
      open_tickets: 0,
    });
    expect(customers.at(-1)).toMatchObject({
      customer: null,
      sims: 1,
      anomalous: 1,
      high_churn_risk: null,
    });
  });

  it.each<[CustomerOrder, (string | null)[]]>([
    ["name", ["acme", "Bolt 50%", "Volt", null]],
    ["sims", ["Volt", "acme", "Bolt 50%", null]],
    ["month_volume", ["Volt", "acme", "Bolt 50%", null]],
    ["anomalous", ["Volt", null, "acme", "Bolt 50%"]],
  ])("by %s come once each, whatever the size of a page", async (order, names) => {
    for (const limit of [1, 3, 4]) expect(await namesBy(order, limit)).toEqual(names);
  });

  it("are searched by a part of the name, as it is written", async () => {
    const found = async (search: string) =>
      (await listCustomers(actor, { order: "name", limit: 9, search }, NOW)).customers;
    expect((await found("OLT")).map(({ customer }) => customer)).toEqual(["Bolt 50%", "Volt"]);
    expect((await found("0%")).map(({ customer }) => customer)).toEqual(["Bolt 50%"]);
    expect(await found("_")).toEqual([]);
  });

  it("are an organisation's own", async () => {
    const stranger = testActor();
    expect(await listCustomers(stranger, { order: "sims", limit: 9 }, NOW)).toEqual({
      customers: [],
      next_cursor: null,
    });
    await expect(getCustomer(stranger, "Volt", NOW)).rejects.toBeInstanceOf(NotFound);
  });

  it("are for whoever may read the fleet, and a cursor is one of theirs", async () => {
    const nobody: Actor = { ...testActor(), scopes: new Set() };
    const input = { order: "sims", limit: 9 } as const;
    await expect(listCustomers(nobody, input, NOW)).rejects.toBeInstanceOf(Forbidden);
    await expect(getCustomer(nobody, "Volt", NOW)).rejects.toBeInstanceOf(Forbidden);
    const broken = listCustomers(actor, { ...input, cursor: "e30" }, NOW);
    await expect(broken).rejects.toBeInstanceOf(Invalid);
  });
});

it("a month is held against as many days of the one before, or all it has", () => {
  expect(monthsUntil("2026-10-11")).toMatchObject({
    first: "2026-10-01",
    days: 10,
    firstBefore: "2026-09-01",
    endBefore: "2026-09-11",
  });
  expect(monthsUntil("2026-03-31")).toMatchObject({
    days: 30,
    firstBefore: "2026-02-01",
    endBefore: "2026-03-01",
    daysBefore: 28,
  });
  expect(monthsUntil("2026-01-01")).toMatchObject({ days: 0, firstBefore: "2025-12-01" });
});
