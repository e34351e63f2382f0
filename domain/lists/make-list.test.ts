import { beforeAll, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "#core/errors.ts";
import { asActor, asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { createSim } from "#domain/sims/testing.ts";
import { runQuery } from "#query/run.ts";
import { deleteList } from "./delete-list.ts";
import { listLists } from "./list-lists.ts";
import { listNames } from "./list-names.ts";
import { makeList } from "./make-list.ts";
import { renameList } from "./rename-list.ts";

const actor = testActor();
const ICCIDS = ["8988280666000010001", "8988280666000010002", "8988280666000010003"] as const;
const NOW = new Date("2026-10-21T09:30:00Z");

beforeAll(async () => {
  for (const iccid of ICCIDS) await createSim(actor, { iccid, status: "active", tags: [] }, NOW);
});

test("a file's SIMs become a list that questions can be asked of, and what is not of the fleet is told", async () => {
  const text =
    'iccid;label\n"8988 2806 6600 0010 001";a\n8988280666000010002,b\n8988280666000010002\n8988280666000099999\nno number\n';
  const made = await makeList(actor, { name: "lot “7”.csv", text });
  expect(made).toEqual({
    name: "lot 7 .csv",
    simCount: 2,
    notFound: ["8988280666000099999"],
    unreadLines: [6],
  });
  expect(await makeList(actor, { name: "Lot 7 .csv", text })).toMatchObject({
    name: "Lot 7 .csv (2)",
  });
  expect(await listNames(actor)).toHaveLength(2);
  const told = await asActor(
    actor,
    (sql) => sql`select action, resource_id, changes
    from fleet.audit_logs where resource_id = ${made.name}`,
  );
  expect(told).toEqual([{ action: "list.create", resource_id: made.name, changes: { sims: 2 } }]);
  expect(await listNames(testActor())).toEqual([]);

  const where = { member: "sims.lists", op: "has", value: made.name } as const;
  const query = { from: "sims", columns: ["sims.iccid"], where } as const;
  const rows = (await runQuery(actor, query as never)).rows;
  expect(rows.map(({ iccid }) => iccid)).toEqual([ICCIDS[0], ICCIDS[1]]);
  const elsewhere = await asReader(testActor(), (sql) => sql`select * from listed_sims`);
  expect(elsewhere).toHaveLength(0);
});

test.each([
  ["", "No ICCID"],
  ["iccid\n8.98828E+18\n", "rounded"],
  ["8988280666000099999", "None of the 1 ICCIDs"],
  [
    Array.from(
      { length: 10_001 },
      (_, index) => `898828066${String(index).padStart(10, "0")}`,
    ).join("\n"),
    "at most 10,000",
  ],
])("a file without what a list needs is refused with the reason", async (text, reason) => {
  await expect(makeList(actor, { name: "x.csv", text })).rejects.toThrow(reason);
});

test("a list is renamed and deleted by who made it or an operator, and its SIMs stay", async () => {
  const maker = testActor({ role: "viewer" });
  const { organizationId } = maker;
  const [iccid] = ICCIDS;
  await createSim(maker, { iccid, status: "active", tags: [] }, NOW);
  await makeList(maker, { name: "a.csv", text: `${iccid}\n8988280666000099999` });
  await makeList(maker, { name: "b.csv", text: iccid });

  const other = testActor({ role: "analyst", organizationId });
  await expect(renameList(other, "a.csv", "mine")).rejects.toBeInstanceOf(Forbidden);
  await expect(deleteList(other, "a.csv")).rejects.toBeInstanceOf(Forbidden);
  await expect(renameList(maker, "a.csv", "B.csv")).rejects.toBeInstanceOf(Conflict);
  await expect(renameList(maker, "a.csv", ' "" ')).rejects.toBeInstanceOf(Invalid);
  expect(await renameList(maker, "a.csv", "A “north”")).toEqual({ name: "A north" });
  expect(await listLists(other)).toEqual([
    expect.objectContaining({ name: "b.csv", sims: 1, not_found: 0, may_change: false }),
    expect.objectContaining({ name: "A north", sims: 1, not_found: 1, made_by: maker.name }),
  ]);

  const operator = testActor({ role: "operator", organizationId });
  await expect(deleteList(testActor(), "b.csv")).rejects.toBeInstanceOf(NotFound);
  await deleteList(operator, "A north");
  expect((await listLists(maker)).map(({ name }) => name)).toEqual(["b.csv"]);
  const rows = await asActor(
    maker,
    (sql) =>
      sql`select action, resource_id from fleet.audit_logs where resource_type = 'list' order by id`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "list.create",
    "list.create",
    "list.rename",
    "list.delete",
  ]);
});
