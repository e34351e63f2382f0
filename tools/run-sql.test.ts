import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { callTool } from "./call.ts";
import { runSqlTool } from "./run-sql.ts";

test("an analyst runs SQL, a viewer does not", async () => {
  const sql = "select 1 as one";
  expect(await callTool(testActor({ role: "analyst" }), runSqlTool, { sql })).toMatchObject({
    columns: [{ name: "one", type: "integer" }],
    rows: [{ one: 1 }],
    has_more: false,
  });
  const viewer = testActor({ role: "viewer" });
  await expect(callTool(viewer, runSqlTool, { sql })).rejects.toThrow(
    /needs the permission developer/,
  );
});

test.each([{ sql: "" }, { sql: "x".repeat(20_001) }, { sql: "select 1", limit: 1001 }, {}])(
  "refuses a call that is not well formed",
  async (input) => {
    await expect(callTool(testActor(), runSqlTool, input)).rejects.toMatchObject({
      code: "invalid",
    });
  },
);
