import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Invalid, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { runIds } from "#query/run-ids.ts";
import { getSim } from "./get-sim.ts";
import { listSims } from "./list-sims.ts";
import { matchingSims } from "./matching-sims.ts";
import { SIM_ORDERS } from "./orders.ts";
import type { Sim } from "./sim.ts";
import type { SimFilters } from "./sim-filters.ts";
import { createSim } from "./testing.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const TODAY = "2026-10-21";
const iccidOf = (index: number) => `8988280666${String(index).padStart(9, "0")}`;

async function ingest(
  sql: Transaction,
  records: [iccid: string, bytes: number, direction: string][],
) {
  const of = <T>(pick: (record: (typeof records)[number], index: number) => T) => records.map(pick);
  await sql`select store.ingest_usage(
    ${of(([iccid]) => iccid)}::text[], ${of(() => NOW.toISOString())}::text[]::timestamptz[],
    ${of(([, bytes]) => bytes)}::bigint[], ${of(([, , direction]) => direction)}::text[],
    ${of(() => "Net")}::text[], ${of(() => "DE")}::text[], ${of((_, index) => `r${index}`)}::text[])`;
}

let actor: Actor;
let stranger: Actor;

beforeAll(async () => {
  actor = testActor({ role: "owner" });
  stranger = testActor({ role: "owner" });
  for (let index = 0; index < 12; index++) {
    await createSim(
      actor,
      {
        iccid: iccidOf(index),
        label: `meter_${index}%`,
        msisdn: `+88228510000${String(index).padStart(4, "0")}`,
        status: index % 3 === 0 ? "suspended" : "active",
        customer: index < 6 ? "Acme" : "Globex",
        tags: index === 11 ? ["critical"] : [],
      },
      NOW,
    );
  }
  await asActor(actor, async (sql) => {
    await sql`update store.sims set last_seen_at = '2026-10-20T12:00:00Z', ip_address = '10.1.2.3'
      where iccid = ${iccidOf(2)}`;
    await sql`update store.sims set ip_address = 'fd00::7', imsi = '901405100000004' where iccid = ${iccidOf(4)}`;
    await sql`insert into store.sim_lists (name, made_by, not_found, made_at) values ('lot', 'a', '{}', ${NOW})`;
    await sql`insert into store.listed_sims (list, iccid) values ('lot', ${iccidOf(3)}), ('lot', ${iccidOf(4)})`;
  });
});

describe("listing SIMs", () => {
  it("pages through all of them once, in order, by cursor", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSims(actor, { limit: 5, cursor });
      seen.push(...page.sims.map((sim) => sim.iccid));
      expect(page.has_more).toBe(page.next_cursor !== null);
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => iccidOf(index)));
  });

  it.each(
    SIM_ORDERS.flatMap((sort) =>
      (["asc", "desc"] as const).map((direction) => ({ sort, direction })),
    ),
  )(
    "pages through all of them once by $sort $direction, those without a value last",
    async (order) => {
      const seen: Sim[] = [];
      let cursor: string | undefined;
      do {
        const page = await listSims(actor, { limit: 5, cursor, ...order });
        seen.push(...page.sims);
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      const column = order.direction === "asc" ? "asc" : "desc";
      const expected = await asActor(
        actor,
        (sql) => sql<{ iccid: string }[]>`
        select iccid from store.sims order by ${sql(order.sort)} ${sql.unsafe(column)} nulls last,
          iccid ${sql.unsafe(column)}`,
      );
      expect(seen.map(({ iccid }) => iccid)).toEqual(expected.map(({ iccid }) => iccid));
      expect(new Set(seen.map(({ iccid }) => iccid)).size).toBe(12);
    },
  );

  it("keeps SIMs apart that were seen in the same millisecond", async () => {
    const other = testActor();
    for (const index of [1, 2, 3]) {
      const iccid = iccidOf(200 + index);
      await createSim(other, { iccid, status: "active", tags: [] }, NOW);
      const at = `2026-10-20T12:00:00.00000${4 - index}Z`;
      await asActor(
        other,
        (sql) =>
          sql`update store.sims set last_seen_at = ${at}::text::timestamptz where iccid = ${iccid}`,
      );
    }
    const order = { sort: "last_seen_at", direction: "asc" } as const;
    const first = await listSims(other, { limit: 1, ...order });
    const second = await listSims(other, { limit: 1, cursor: first.next_cursor ?? "", ...order });
    expect([...first.sims, ...second.sims].map(({ iccid }) => iccid)).toEqual([
      iccidOf(203),
      iccidOf(202),
    ]);
    await expect(
      listSims(other, { limit: 1, cursor: first.next_cursor ?? "", sort: "imsi" }),
    ).rejects.toBeInstanceOf(Invalid);
  });

  it.each<[SimFilters, number]>([
    [{ status: ["suspended"] }, 4],
    [{ status: ["suspended", "active"] }, 12],
    [{ customer: "Acme" }, 6],
    [{ tag: "critical" }, 1],
    [{ list: "lot" }, 2],
    [{ country: "DE" }, 0],
    [{ search: "meter_1" }, 3],
    [{ search: "%" }, 12],
    [{ search: "globex" }, 6],
    [{ search: iccidOf(3) }, 1],
    [{ search: "+882285100000007" }, 1],
    [{ search: "5100000007" }, 1],
    [{ search: iccidOf(3).slice(-7) }, 1],
    [{ customer: "Acme", status: ["suspended"] }, 2],
    [{ without: ["country"] }, 12],
    [{ without: ["customer"] }, 0],
    [{ without: ["tags", "operator"] }, 11],
    [{ seen_since: "2026-10-20" }, 1],
    [{ seen_since: "2026-10-20T18:00:00Z" }, 0],
    [{ not_seen_since: "2026-10-20" }, 11],
    [{ activated_since: "2026-10-21" }, 8],
    [{ activated_before: "2026-10-21T09:30:00Z" }, 0],
    [{ search: "10.1.2" }, 1],
    [{ search: "fd00::" }, 1],
    [{ search: "10.1.3" }, 0],
    [{ search: "'; drop table store.sims; --" }, 0],
  ])("filters by %j", async (filter, count) => {
    const { sims } = await listSims(actor, { limit: 50, ...filter });
    expect(sims).toHaveLength(count);
    const matching = await matchingSims(actor, filter);
    expect(matching).toMatchObject({ count, isMore: false });
    const meant = await runIds(actor, matching.query, { names: ["iccid"], atMost: 50 });
    expect(meant.sort()).toEqual(sims.map(({ iccid }) => iccid));
  });

  it("counts no further than it is asked to, and says that there are more", async () => {
    expect(await matchingSims(actor, {}, 5)).toMatchObject({ count: 5, isMore: true });
    expect(await matchingSims(actor, {}, 12)).toMatchObject({ count: 12, isMore: false });
  });

  it.each(["", "x", "eyJhZnRlciI6MX0", "../../etc", "%00"])(
    "refuses the cursor %j",
    async (cursor) => {
      await expect(listSims(actor, { limit: 5, cursor })).rejects.toBeInstanceOf(Invalid);
    },
  );

  it("finds a customer that is called like the beginning of an address", async () => {
    const other = testActor();
    const iccid = iccidOf(99);
    await createSim(other, { iccid, status: "active", customer: "10.9", tags: [] }, NOW);
    expect((await listSims(other, { limit: 5, search: "10.9" })).sims).toHaveLength(1);
  });

  it("shows another organisation nothing", async () => {
    expect(await listSims(stranger, { limit: 50 })).toEqual({
      sims: [],
      has_more: false,
      next_cursor: null,
    });
  });
});

describe("one SIM", () => {
  it("comes with its quotas, last usage and open alerts", async () => {
    const iccid = iccidOf(1);
    await asActor(actor, async (sql) => {
      await sql`insert into store.sim_quota (iccid, type, total, used, remaining, updated_at)
        values (${iccid}, 'data', 1000, 400, 600, ${NOW}), (${iccid}, 'sms', 10, 1, 9, ${NOW})`;
      await sql`insert into store.alerts (iccid, severity, message, triggered_at, resolved_at)
        values (${iccid}, 'high', 'open one', ${NOW}, null), (${iccid}, 'low', 'closed one', ${NOW}, ${NOW})`;
      await ingest(sql, [
        [iccid, 70, "upload"],
        [iccid, 30, "download"],
      ]);
    });
    const sim = await getSim(actor, iccid, TODAY);
    expect(sim).toMatchObject({
      iccid,
      status: "active",
      quotas: [
        { type: "data", total: 1000, used: 400, remaining: 600 },
        { type: "sms", total: 10, used: 1, remaining: 9 },
      ],
      last_usage: { day: TODAY, total_volume: 100 },
      usage_30d_bytes: 100,
    });
    expect(sim.open_alerts.map((alert) => alert.message)).toEqual(["open one"]);
  });

  it("is not found when unknown, and no more so when it is another organisation's", async () => {
    const unknown = await getSim(actor, "8900000000000000000", TODAY).catch((error) => error);
    const foreign = await getSim(stranger, iccidOf(1), TODAY).catch((error) => error);
    expect(unknown).toBeInstanceOf(NotFound);
    expect(foreign).toBeInstanceOf(NotFound);
    expect(foreign.message.replace(iccidOf(1), "")).toBe(
      unknown.message.replace("8900000000000000000", ""),
    );
  });
});
