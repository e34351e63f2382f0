import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { callTool } from "./call.ts";
import { exportSims } from "./export-sims.ts";

test("export_sims takes filters or a query, names what is wrong with a query, and not both", async () => {
  const actor = testActor();
  const where = { member: "sims.status", op: "eq", value: "active" };
  expect(await callTool(actor, exportSims, { query: { from: "sims", where } })).toMatchObject({
    format: "csv",
    row_count: 0,
  });
  expect(await callTool(actor, exportSims, { format: "xlsx", country: "de" })).toMatchObject({
    file_name: "sims-2026-10-21.xlsx",
  });
  await expect(callTool(actor, exportSims, { query: { from: "cows" } })).rejects.toThrow(/^query/);
  await expect(
    callTool(actor, exportSims, { query: { from: "sims" }, customer: "Acme" }),
  ).rejects.toThrow(/not by both/);
});
