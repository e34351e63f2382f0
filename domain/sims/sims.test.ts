import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Conflict, Invalid, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor, asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { createSim } from "./create-sim.ts";
import { deleteSim } from "./delete-sim.ts";
import { getSim } from "./get-sim.ts";
import { listSims } from "./list-sims.ts";

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

  it.each([
    [{ status: ["suspended"] }, 4],
    [{ status: ["suspended", "active"] }, 12],
    [{ customer: "Acme" }, 6],
    [{ tag: "critical" }, 1],
    [{ country: "DE" }, 0],
    [{ search: "meter_1" }, 3],
    [{ search: "%" }, 12],
    [{ search: "globex" }, 6],
    [{ search: iccidOf(3) }, 1],
    [{ search: "+882285100000007" }, 1],
    [{ customer: "Acme", status: ["suspended"] }, 2],
    [{ search: "'; drop table store.sims; --" }, 0],
  ])("filters by %j", async (filter, count) => {
    expect((await listSims(actor, { limit: 50, ...filter })).sims).toHaveLength(count);
  });

  it.each(["", "x", "eyJhZnRlciI6MX0", "../../etc", "%00"])(
    "refuses the cursor %j",
    async (cursor) => {
      await expect(listSims(actor, { limit: 5, cursor })).rejects.toBeInstanceOf(Invalid);
    },
  );

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

describe("adding and removing a SIM", () => {
  it("refuses a second SIM with the ICCID, and lets another organisation have it", async () => {
    const input = { iccid: iccidOf(2), status: "active" as const, tags: [] };
    await expect(createSim(actor, input, NOW)).rejects.toBeInstanceOf(Conflict);
    expect((await createSim(stranger, input, NOW)).iccid).toBe(iccidOf(2));
  });

  it("refuses a rate plan that does not exist, and writes nothing", async () => {
    const input = { iccid: iccidOf(99), status: "active" as const, tags: [], rate_plan: "Nope" };
    await expect(createSim(actor, input, NOW)).rejects.toThrow('no rate plan called "Nope"');
    await expect(getSim(actor, iccidOf(99), TODAY)).rejects.toBeInstanceOf(NotFound);
  });

  it("writes who did it into the audit log, with what it was before", async () => {
    const lonely = testActor({ role: "owner" });
    await createSim(lonely, { iccid: iccidOf(50), status: "inactive", tags: [] }, NOW);
    await deleteSim(lonely, iccidOf(50));
    const rows = await asActor(
      lonely,
      (sql) =>
        sql`select actor, channel, action, resource_id, changes from fleet.audit_logs order by id`,
    );
    expect(rows.map(({ action, resource_id }) => [action, resource_id])).toEqual([
      ["sim.create", iccidOf(50)],
      ["sim.delete", iccidOf(50)],
    ]);
    expect(rows[1]).toMatchObject({
      actor: lonely.name,
      channel: "web",
      changes: { before: { status: "inactive" } },
    });
  });

  it("removes no other organisation's SIM", async () => {
    await expect(deleteSim(stranger, iccidOf(4))).rejects.toBeInstanceOf(NotFound);
    expect((await getSim(actor, iccidOf(4), TODAY)).iccid).toBe(iccidOf(4));
  });

  it("takes the usage of a removed SIM out of the fleet's totals", async () => {
    const lonely = testActor({ role: "owner" });
    await createSim(lonely, { iccid: iccidOf(51), status: "active", tags: [] }, NOW);
    await asActor(lonely, (sql) => ingest(sql, [[iccidOf(51), 5, "upload"]]));
    await deleteSim(lonely, iccidOf(51));
    const [row] = await asReader(
      lonely,
      (sql) => sql`select sum(total_volume) as bytes from fleet.sim_usage_daily`,
    );
    expect(row?.bytes).toBeNull();
  });
});
