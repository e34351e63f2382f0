// Hostile SQL: refused by the check; and with the check left out, harmless all the same.
import { beforeAll, describe, expect, test } from "vitest";
import { SimonError } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { asActor, asReader } from "#db/guard.ts";
import { EXTENDED } from "#db/testing/refusal.ts";
import { SPECIMENS } from "#db/testing/specimens.ts";
import { testActor } from "#db/testing.ts";
import { VIEWS } from "../query.ts";
import { FUNCTIONS, ROW_FUNCTIONS } from "./allowed.ts";
import { check } from "./check.ts";
import { parseSelect } from "./parse.ts";
import { inEveryPlace, TECHNIQUES } from "./testing/attack-texts.ts";
import { type CatalogFunction, callOf, catalogFunctions } from "./testing/catalog-functions.ts";
import { columnsOf } from "./visible.ts";

const AT_ONCE = 8;
/** What time and memory bound: see limits.test.ts. */
const ENDLESS = new Set([
  "recursion",
  "huge padding",
  "doubling and redoubling",
  "too deep",
  "too long",
  "arrays and strings of any size",
]);
const attacker = testActor();
const victim = testActor({ userId: "victim" });
const hostile = (text: string) => text.replaceAll("VICTIM", victim.organizationId);
let functions: CatalogFunction[];
let before: unknown;

beforeAll(async () => {
  const { sql } = await database();
  await sql.begin(async (tx) => {
    await tx`select set_config('app.organization_id', ${victim.organizationId}, true),
                    set_config('app.user_id', 'victim', true)`;
    for (const [table, row] of Object.entries(SPECIMENS)) {
      await tx.unsafe(`insert into store.${table} ${row}`, [victim.organizationId]);
    }
  });
  await asActor(
    attacker,
    (tx) => tx`insert into store.sims (iccid, label) values ('8944500000000000001', 'own')`,
  );
  functions = await catalogFunctions();
  before = await stateOfServer();
});

async function letThrough(statements: readonly string[]): Promise<string[]> {
  const passed: string[] = [];
  for (const statement of statements) {
    try {
      check(attacker, await parseSelect(hostile(statement)));
      passed.push(statement);
    } catch (error) {
      if (!(error instanceof SimonError)) throw error;
    }
  }
  return passed;
}

describe("the check", () => {
  const everyStatement = Object.values(TECHNIQUES).flat();

  test("is tried with at least 60 techniques and 1,000 statements of them", () => {
    expect(Object.keys(TECHNIQUES).length).toBeGreaterThanOrEqual(60);
    expect(new Set(everyStatement).size).toBeGreaterThanOrEqual(1_000);
  });

  test.each(Object.entries(TECHNIQUES))("refuses %s", async (_, statements) => {
    expect(await letThrough(statements)).toEqual([]);
  });

  test("refuses every function of the catalogue that is not on the list, wherever it stands", async () => {
    const others = functions.filter(({ name }) => !FUNCTIONS.has(name));
    const statements = others.map((each, n) => {
      const call = callOf(each);
      const places = inEveryPlace(n % 2 ? call : call.replace("pg_catalog.", ""));
      return places[n % places.length] ?? "";
    });
    expect(statements.length).toBeGreaterThan(2_000);
    expect(await letThrough(statements)).toEqual([]);
  });

  test("refuses to call one by the name of a column", async () => {
    const names = new Set(functions.map(({ name }) => name).filter((name) => !FUNCTIONS.has(name)));
    const statements = [...names].flatMap((name) => [
      `select s."${name}" from sims s`,
      `select n."${name}" from unnest(array['x']) n, (select 1 as "${name}") z`,
    ]);
    const columns = VIEWS.flatMap(columnsOf); // Postgres may take these for columns, and so may we
    const passed = await letThrough(statements);
    expect(passed.filter((text) => !columns.some((name) => text.includes(`"${name}"`)))).toEqual(
      [],
    );
  });

  test("allows no function that changes anything, or that reads more than its arguments", () => {
    const allowed = functions.filter(({ name }) => FUNCTIONS.has(name));
    const changing = allowed.filter(({ isVolatile, name }) => isVolatile && name !== "random");
    const reading = allowed.filter(({ types }) =>
      types.some((type) => /^(reg|internal|cstring|xml)/.test(type)),
    );
    expect([...changing, ...reading]).toEqual([]);
  });

  test("knows every function that a row's name could call", () => {
    const ofRows = functions.filter(({ takesRow, name }) => takesRow && !FUNCTIONS.has(name));
    expect(ofRows.map(({ name }) => name).filter((name) => !ROW_FUNCTIONS.has(name))).toEqual([]);
  });
});

describe("without the check", { timeout: 120_000 }, () => {
  test("no technique sees another organisation, writes, or changes a role or a setting", async () => {
    const statements = Object.entries(TECHNIQUES).flatMap(([name, texts]) =>
      ENDLESS.has(name) ? [] : texts.filter(isText),
    );
    expect(statements.length).toBeGreaterThan(900);
    await expectHarmless(statements.map(hostile));
  });

  test("nor does any function that is not immutable", async () => {
    const others = functions.filter(
      ({ name, isImmutable }) => !isImmutable && !FUNCTIONS.has(name),
    );
    expect(others.length).toBeGreaterThan(400);
    await expectHarmless(others.map((each) => `select ${callOf(each)}`));
  });
});

/** What the driver can send at all. */
function isText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

async function expectHarmless(statements: readonly string[]): Promise<void> {
  const seen: string[] = [];
  const attempt = async (statement: string) => {
    const wrapped = `select * from (${statement}) q limit 20`;
    const rows = await asReader(attacker, (sql) => sql.unsafe(wrapped, [], EXTENDED)).catch(
      () => [],
    );
    if (JSON.stringify(rows).includes("SECRET")) seen.push(statement);
  };
  for (let n = 0; n < statements.length; n += AT_ONCE) {
    await Promise.all(statements.slice(n, n + AT_ONCE).map(attempt));
  }
  expect(seen).toEqual([]);
  expect(await stateOfServer()).toEqual(before);
  const own = await asReader(attacker, (sql) => sql`select label from sims`);
  expect(own.map(({ label }) => label)).toEqual(["own"]);
}

/** Whatever an attack could leave behind. */
async function stateOfServer() {
  const { sql } = await database();
  const rows = await sql.begin(async (tx) => {
    const counts = [];
    for (const table of Object.keys(SPECIMENS)) {
      const [row] = await tx.unsafe(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from store.${table} t
         where organization_id in ($1, $2)`,
        [victim.organizationId, attacker.organizationId],
      );
      counts.push(row?.rows);
    }
    return counts;
  });
  const [server] = await sql`
    select current_user as role, session_user as login, current_setting('search_path') as path,
      current_setting('statement_timeout') as timeout, current_setting('row_security') as row_security,
      nullif(current_setting('app.organization_id', true), '') as organization,
      (select count(*) from pg_class where relnamespace::regnamespace::text !~ '^pg_toast') as relations,
      (select count(*) from pg_proc) as functions, (select count(*) from pg_roles) as roles,
      (select count(*) from pg_largeobject_metadata) as large_objects,
      (select count(*) from pg_policy) as policies, (select count(*) from pg_auth_members) as memberships,
      (select count(*) from pg_replication_slots) as slots,
      (select rolsuper from pg_roles where rolname = 'simon_reader') as is_super`;
  return { rows, server };
}
