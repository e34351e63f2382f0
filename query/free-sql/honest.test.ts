// What an analyst really writes goes through the parser's check and through the database.
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { insertFixture, makeFixture } from "../testing/fixture.ts";
import { runSql } from "./run-sql.ts";

const file = new URL("testing/honest.sql", import.meta.url);
const statements = readFileSync(file, "utf8")
  .split(/;\n(?:\n|$)/)
  .filter((statement) => statement.trim() !== "");
const analyst = testActor({ role: "analyst" });

beforeAll(() => insertFixture(analyst, makeFixture()));

test("there are at least 200 of them", () => {
  expect(new Set(statements).size).toBeGreaterThanOrEqual(200);
});

test("none is refused, and nearly all have rows", async () => {
  const refused: string[] = [];
  let withRows = 0;
  for (const sql of statements) {
    const result = await runSql(analyst, { sql, limit: 100 }).catch((error) => {
      refused.push(`${error.message} ${error.cause?.message ?? ""}\n  ${sql}`);
      return null;
    });
    if (result && result.row_count > 0) withRows += 1;
  }
  expect(refused).toEqual([]);
  expect(withRows).toBeGreaterThan(statements.length * 0.7);
});
