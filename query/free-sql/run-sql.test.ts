import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, SCOPES_OF_ROLE } from "#core/actor.ts";
import { Forbidden, SimonError } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { insertFixture, makeFixture } from "../testing/fixture.ts";
import { runSql } from "./run-sql.ts";

const owner = testActor();
const analyst = testActor({ role: "analyst", organizationId: owner.organizationId });
const operator = testActor({ role: "operator", organizationId: owner.organizationId });
const run = (sql: string, actor: Actor = owner, limit = 100) => runSql(actor, { sql, limit });
const only = async (sql: string, actor?: Actor) => (await run(sql, actor)).rows[0];

beforeAll(async () => {
  await insertFixture(owner, makeFixture());
  await asActor(
    owner,
    (sql) => sql`insert into store.sms_messages (iccid, direction, status, body, sent_at)
      values ('8944500000000001000', 'mt', 'delivered', 'PIN 1234', now())`,
  );
  await asActor(owner, (sql) =>
    recordAudit(sql, owner, {
      action: "sim.suspend",
      resourceType: "sim",
      resourceId: "8944500000000001000",
      changes: {},
    }),
  );
});

describe("the result", () => {
  test("has columns with types, rows, their number, and where the data stands", async () => {
    expect(
      await run("select status, count(*) as sims from sims where status = 'suspended' group by 1"),
    ).toEqual({
      columns: [
        { name: "status", type: "text" },
        { name: "sims", type: "bigint" },
      ],
      rows: [{ status: "suspended", sims: expect.any(Number) }],
      row_count: 1,
      has_more: false,
      as_of: expect.stringMatching(/^2026-10-21T\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  test("holds so many rows and says whether there are more", async () => {
    expect(await run("select iccid from sims", owner, 24)).toMatchObject({
      row_count: 24,
      has_more: false,
    });
    expect(await run("select iccid from sims", owner, 23)).toMatchObject({
      row_count: 23,
      has_more: true,
    });
    expect(await run("select iccid from sims limit 5", owner, 23)).toMatchObject({
      row_count: 5,
      has_more: false,
    });
  });

  test.each([
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["12345678901234567890.5", "12345678901234567890.5"],
    ["0.5", 0.5],
    ["'NaN'::float8", "NaN"],
    ["'-Infinity'::numeric", "-Infinity"],
    ["null", null],
    ["1 < 2", true],
    ["''", ""],
    ["date '2026-10-01'", "2026-10-01"],
    ["timestamptz '2026-10-01 12:00:00.123456+02'", "2026-10-01T10:00:00.123Z"],
    ["'infinity'::timestamptz", "infinity"],
    ["timestamptz '0044-03-15 BC'", "0044-03-15 00:00:00+00 BC"],
    ["timestamp '2026-10-01'", "2026-10-01 00:00:00"],
    ["interval '1 day 2 hours'", "1 day 02:00:00"],
    ["array['a', 'b,\"c', null]", ["a", 'b,"c', null]],
    ["array[1, null, 3]", [1, null, 3]],
    ["'{}'::text[]", []],
    ["array[[1, 2], [3, 4]]", "{{1,2},{3,4}}"],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
    ["inet '10.0.0.1'", "10.0.0.1"],
    ["row(1, 'x')", "(1,x)"],
  ])("shows %s", async (value, shown) => {
    expect(await only(`select ${value} as v`)).toEqual({ v: shown });
  });

  test("keeps columns of one name apart", async () => {
    expect((await run("select 1 as a, 2 as a, 3 as a_2")).rows).toEqual([
      { a: 1, a_2: 2, a_2_2: 3 },
    ]);
    expect(await only(`select 1 as "__proto__", 2 as "constructor"`)).toHaveProperty(
      "constructor",
      2,
    );
  });

  test("means the fleet's clock by its present", async () => {
    expect(
      await only(
        `select now() as a, current_date as b, current_timestamp as c, localtimestamp as d,
          pg_catalog.now /* é */ ( ) as e, 'now()' as f, U&"now"() as g, current_date-1 as h`,
      ),
    ).toEqual({
      a: "2026-10-21T09:30:00.000Z",
      b: "2026-10-21",
      c: "2026-10-21T09:30:00.000Z",
      d: "2026-10-21 09:30:00",
      e: "2026-10-21T09:30:00.000Z",
      f: "now()",
      g: "2026-10-21T09:30:00.000Z",
      h: "2026-10-20",
    });
  });

  test("takes a semicolon and a comment at the end", async () => {
    expect(await only("select 1 as a; -- done")).toEqual({ a: 1 });
    expect(await only("/* é */ select 1 as a -- done")).toEqual({ a: 1 });
  });
});

describe("an error names the place, and what there is instead:", () => {
  test.each([
    ["select * from simz", /^Column 15: there is no view simz\. Did you mean sims/],
    [
      "select iccid\nfrom sims\nwhere statuss = 'active'",
      /^Line 3, column 7: there is no column statuss here\. Did you mean status/,
    ],
    ["select s.labl from sims s", /^Column 8: s has no column labl\. Did you mean label/],
    ["select é, x.y from sims", /^Column 11: x has no column y/],
    ["select 'é' as a, labl from sims", /^Column 18: there is no column labl/],
    [
      "select cont(*) from sims",
      /^Column 8: the function cont is not available\. Did you mean.* count/,
    ],
    ["select iccid, count(*) from sims", /^Column 8: iccid must be in GROUP BY/],
    ["select iccid from sims join alerts on true", /^Column 8: iccid could be of several views/],
    ["select label + 1 from sims", /^Column 14: there is no operator \+ for values of these types/],
    ["select round('a', 'b', 'c')", /^Column 8: round does not take arguments of these types/],
    ["select status, from sims", /^Column 16: this is not SQL that Postgres can read, near from/],
    ["select (1", /^Column 10: .*it ends too early/],
    ["delete from sims", /^Only reading is possible here: one SELECT\. DELETE is not allowed/],
    ["create table t (a int)", /CREATE is not allowed/],
    ["select 1; select 2", /^Column 11: One statement at a time/],
    ["select 'x'::regclass", /^Column 13: the type regclass is not available\. Types: /],
    ["select * from sims for update", /Locking rows \(FOR UPDATE, FOR SHARE\) is not allowed here/],
    ["with recursive r as (select 1) select * from r", /WITH RECURSIVE is not allowed here/],
    ["select 1 / 0", /^A division by zero\. Use nullif/],
    ["select 'x'::int", /^Column 8: a value is not of the right form, near 'x'/],
    [
      "select label::int from sims where label is not null",
      /^A value could not be read as the type/,
    ],
    ["select (select iccid from sims)", /^A subquery that stands for one value gave several rows/],
    ["select 'a' ~ '('", /^A regular expression is not valid/],
    ["   ", /There is no SQL to run/],
  ])("%s", async (sql, sentence) => {
    const error = await run(sql).catch((caught) => caught);
    expect(error).toBeInstanceOf(SimonError);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toMatch(/syntax error|does not exist|relation|permission denied/);
  });

  test("with line and column as figures too", async () => {
    const error = await run("select\n  nope(1)").catch((caught) => caught);
    expect(error.details).toEqual({ line: 2, column: 3 });
  });
});

describe("no more than a page shows:", () => {
  test("the audit log needs its scope", async () => {
    expect(await only("select action from audit_logs")).toEqual({ action: "sim.suspend" });
    for (const actor of [analyst, operator]) {
      await expect(run("select action from audit_logs", actor)).rejects.toThrow(
        /needs the permission audit:read/,
      );
    }
  });

  test("no view is open to a key for SQL alone", async () => {
    const key: Actor = { ...analyst, scopes: new Set(["developer"]) };
    await expect(run("select * from sims", key)).rejects.toBeInstanceOf(Forbidden);
    expect(await only("select 1 as a", key)).toEqual({ a: 1 });
  });

  test("an operator reads the text of an SMS", async () => {
    expect(SCOPES_OF_ROLE.operator).toContain("sms:read");
    expect(await only("select body from fleet.sms_messages", operator)).toEqual({
      body: "PIN 1234",
    });
  });

  test.each([
    "select body from sms_messages",
    "select m.body from sms_messages m",
    "select sms_messages.body from sms_messages",
    "select upper(body) from sms_messages",
    "select count(*) from sms_messages where body like 'PIN%'",
    "select iccid from sms_messages order by body",
    "select * from fleet.sms_messages",
    "select fleet.sms_messages.body from fleet.sms_messages",
    "select m.iccid from sms_messages m join sims s on m.body = s.label",
    "select body as body from sms_messages",
    "with m as (select * from sms_messages) select body as text from m",
    "with sms_messages as (select * from sms_messages) select m.body from sms_messages m",
    "select m.body from (select * from sms_messages) m(a, b, c, d, body, e, f)",
    "select 1 from sms_messages a join sms_messages b using (body)",
    "select s.label from sims s where exists (select 1 from sms_messages where body is not null)",
  ])("an analyst does not: %s", async (sql) => {
    const outcome = await run(sql, analyst).catch((error) => error);
    expect(outcome).toBeInstanceOf(SimonError);
    expect(outcome.message).not.toContain("PIN");
  });

  test.each([
    "select * from sms_messages",
    "table sms_messages",
    "select m from sms_messages m",
    "select m::text from sms_messages m",
    "select to_jsonb(m) from sms_messages m",
    "select row_to_json(sms_messages) from sms_messages",
    "select m.* from sms_messages m",
    "select string_agg(m::text, ',') from sms_messages m",
    "select * from sms_messages as m(a, b, c, d)",
    "select * from (table sms_messages) m",
    "select * from sims join sms_messages m using (iccid)",
    "with sms_messages as (select * from sms_messages) select * from sms_messages",
    "select (select array_agg(m) from sms_messages m)",
    "select * from sims s, lateral (select * from sms_messages m where m.iccid = s.iccid) x",
    "select jsonb_agg(m) -> 0 from sms_messages m",
    "select max(m::text) from sms_messages m",
    "select * from sms_messages union all select * from sms_messages",
    "values ((select m::text from sms_messages m))",
  ])("an analyst gets the rest of the row: %s", async (sql) => {
    const { rows } = await run(sql, analyst);
    expect(JSON.stringify(rows)).toContain("delivered");
    expect(JSON.stringify(rows)).not.toContain("PIN");
  });
});
