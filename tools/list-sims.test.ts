import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { createSim } from "#domain/sims/testing.ts";
import { callTool } from "./call.ts";
import { listSims } from "./list-sims.ts";

test("list_sims takes the cursor that it gave, also after the longest name of a customer", async () => {
  const actor = testActor();
  const customer = "Ü".repeat(500);
  for (const iccid of ["8988228000000000001", "8988228000000000002"])
    await createSim(actor, { iccid, customer, status: "active", tags: [] }, new Date("2026-10-01"));
  const first = await callTool(actor, listSims, { sort: "customer", limit: 1 });
  const second = await callTool(actor, listSims, {
    ...{ sort: "customer", limit: 1, cursor: first.next_cursor },
  });
  expect(second.sims.map(({ iccid }) => iccid)).toEqual(["8988228000000000002"]);
});
