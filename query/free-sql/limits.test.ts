// Statements that would never end. A database of this file's own, which gets killed where it is embedded.

import { beforeAll, describe, expect, test } from "vitest";
import { Limited } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { asReader } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { testActor } from "#db/testing.ts";
import { insertFixture, makeFixture } from "../testing/fixture.ts";
import { runSql } from "./run-sql.ts";

ownDatabase();
const actor = testActor();
const run = (sql: string, timeoutMs?: number) => runSql(actor, { sql, limit: 10, timeoutMs });

beforeAll(async () => {
  await insertFixture(actor, makeFixture());
  const { sql } = await database();
  await sql`analyze store.sims`;
});

const sims = (times: number) => Array.from({ length: times }, (_, n) => `sims s${n}`).join(", ");

describe("is not begun, because Postgres foresees it:", () => {
  test.each([
    ["a cross join of itself", `select count(*) from ${sims(8)}`],
    ["a cross join in a CTE", `with b as (select 1 from ${sims(8)}) select count(*) from b`],
    ["a cross join in a subquery", `select (select count(*) from ${sims(8)}) from sims`],
    ["a cross join in EXISTS", `select 1 where 0 < (select count(*) from ${sims(9)})`],
    ["a long series", "select count(*) from generate_series(1, 9000000000)"],
    [
      "a product of series",
      "select count(*) from generate_series(1, 99999) a, generate_series(1, 99999) b",
    ],
    ["a sorted product", `select * from (select s0.* from ${sims(8)}) x order by 2`],
    ["a window over a product", `select row_number() over (order by s0.label) from ${sims(8)}`],
    [
      "a series for each row",
      "select count(*) from generate_series(1, 999999) a, lateral (select count(*) from generate_series(1, 999999) b where b > a) c",
    ],
  ])("%s", async (_, sql) => {
    await expect(run(sql)).rejects.toThrow(/too many rows/);
  });
});

describe("is stopped in its midst, because nobody could foresee it:", () => {
  test.each([
    [
      "a series of a length that a subquery gives",
      "select count(*) from generate_series(1, (select 900000000000))",
    ],
    [
      "a regular expression that backtracks",
      "select repeat('a', 999) || 'b' ~ '^(.*)(.*)(.*)(.*)\\1\\2\\3\\4b$'",
    ],
  ])("%s", async (_, sql) => {
    await expect(run(sql, 700)).rejects.toBeInstanceOf(Limited);
    const [row] = await asReader(actor, (tx) => tx`select count(*) as n from sims`);
    expect(row?.n).toBe(24);
  });
});

test.each([
  [
    "by an aggregate",
    "select string_agg(repeat('x', 1000), '') as s from generate_series(1, 10000)",
  ],
  ["by an array", "select array(select generate_series(1, 1500000))"],
])("rows that are too large together are refused: %s", async (_, sql) => {
  await expect(run(sql)).rejects.toThrow(/8 MB/);
});
