// Free SQL as the reader, with no parser in front: the database itself has to refuse.
import { beforeAll, expect, test } from "vitest";
import { database } from "./database.ts";
import { asActor, asReader } from "./guard.ts";
import { EXTENDED, refusal } from "./testing/refusal.ts";
import { testActor } from "./testing.ts";

const attacker = testActor();
const victim = testActor();
const ICCID = "8944500000000000001";

beforeAll(async () => {
  for (const actor of [attacker, victim]) {
    await asActor(
      actor,
      (sql) =>
        sql`insert into store.sims (iccid, label) values (${ICCID}, ${actor.organizationId})`,
    );
  }
});

/** As the free-SQL tool does it: one statement, by the extended protocol. */
const runFree = (query: string) => runBare(`select * from (${query}) q limit 5`);
const runBare = (text: string) => asReader(attacker, (sql) => sql.unsafe(text, [], EXTENDED));

/** Not allowed, or not there at all; never a syntax error of ours. */
const REFUSED = /^(42501|42883|42P01|3F000)$/;
const steal = `set_config('app.organization_id', '${victim.organizationId}', true)`;

test.each([
  ["move to another organisation", `select ${steal}, * from fleet.sims`],
  [
    "move to it in a subquery that runs first",
    `select * from (select ${steal} offset 0) s, lateral (select * from fleet.sims) t`,
  ],
  ["move to it in a condition", `select * from fleet.sims where ${steal} is not null`],
  ["move to it in an ordering", `select * from fleet.sims order by ${steal}`],
  ["move to it in a values list", `values (${steal})`],
  ["move to it in a CTE", `with s as materialized (select ${steal} x) select * from s, fleet.sims`],
  ["move to it as a table function", `select * from pg_catalog.${steal}, fleet.sims`],
  [
    "move to it in an aggregate's filter",
    `select count(*) filter (where ${steal} = 'x') from fleet.sims`,
  ],
  ["leave the role", `select set_config('role', 'none', true)`],
  ["become the application", `select set_config('role', 'simon_app', true)`],
  ["become the superuser", `select set_config('session_authorization', 'postgres', false)`],
  ["lift the timeout", `select set_config('statement_timeout', '0', false)`],
  ["run a text as SQL (query_to_xml)", `select query_to_xml('select 1', true, true, '')`],
  ["run a SET as SQL (query_to_xml)", `select query_to_xml('set role none', true, true, '')`],
  [
    "run a text as SQL (query_to_xml_and_xmlschema)",
    `select query_to_xml_and_xmlschema('select 1', true, true, '')`,
  ],
  [
    "run a text as SQL (query_to_xmlschema)",
    `select query_to_xmlschema('select 1', true, true, '')`,
  ],
  ["dump a table (table_to_xml)", `select table_to_xml('fleet.sims'::regclass, true, true, '')`],
  ["dump a schema (schema_to_xml)", `select schema_to_xml('store', true, true, '')`],
  ["dump the database (database_to_xml)", `select database_to_xml(true, true, '')`],
  ["read a cursor (cursor_to_xml)", `select cursor_to_xml('c', 1, true, true, '')`],
  [
    "run a text as SQL (ts_stat)",
    `select * from ts_stat('select to_tsvector(label) from store.sims')`,
  ],
  [
    "run a text as SQL (ts_rewrite)",
    `select ts_rewrite('a'::tsquery, 'select ''a''::tsquery, ''b''::tsquery')`,
  ],
  [
    "run a text as SQL (dblink)",
    `select * from dblink('dbname=postgres', 'select 1') as t (a int)`,
  ],
  ["read a file", `select pg_read_file('PG_VERSION')`],
  ["read a file in bytes", `select pg_read_binary_file('PG_VERSION')`],
  ["list a folder", `select pg_ls_dir('.')`],
  ["look at a file", `select pg_stat_file('PG_VERSION')`],
  ["list the logs", `select * from pg_ls_waldir()`],
  ["load a file into a large object", `select lo_import('/etc/passwd')`],
  ["make a large object", `select lo_from_bytea(0, 'x')`],
  ["read a large object", `select lo_get(1)`],
  ["write a file", `select lo_export(1, '/tmp/x')`],
  ["wait", `select pg_sleep(10)`],
  ["wait for", `select pg_sleep_for('10 seconds')`],
  ["wait until", `select pg_sleep_until('2100-01-01')`],
  ["hold a lock", `select pg_advisory_lock(1)`],
  ["hold a lock for the transaction", `select pg_advisory_xact_lock(1)`],
  ["try a lock", `select pg_try_advisory_lock(1)`],
  ["send a notification", `select pg_notify('a', 'b')`],
  ["end another session", `select pg_terminate_backend(1)`],
  ["cancel another session", `select pg_cancel_backend(1)`],
  ["reload the configuration", `select pg_reload_conf()`],
  ["export its snapshot", `select pg_export_snapshot()`],
  ["write a logical message", `select pg_logical_emit_message(false, 'a', 'b')`],
  ["switch the log", `select pg_switch_wal()`],
  ["read the passwords", `select * from pg_catalog.pg_authid`],
  ["read the passwords as users", `select * from pg_catalog.pg_shadow`],
  ["read the column statistics", `select * from pg_catalog.pg_statistic`],
  ["read user mappings", `select umoptions from pg_catalog.pg_user_mapping`],
  ["read the server's rules of access", `select * from pg_catalog.pg_hba_file_rules`],
  ["read large objects", `select * from pg_catalog.pg_largeobject`],
  ["read a table", `select * from store.sims`],
  ["read the raw usage", `select * from store.sim_usage`],
  ["read conversations", `select * from store.messages`],
  ["read accounts", `select * from public."user"`],
  ["read sessions", `select * from public.session`],
  ["read password hashes", `select * from public.account`],
  ["read keys", `select * from public.apikey`],
  ["read the list of migrations", `select * from public.kysely_migration`],
  ["write usage", `select store.ingest_usage('{}', '{}', '{}', '{}', '{}', '{}', '{}')`],
  ["empty the fleet", `select store.prune_fleet()`],
])("it cannot %s", async (_, query) => {
  expect(await refusal(runFree(query))).toMatch(REFUSED);
});

test.each([
  ["RESET ROLE", "reset role"],
  ["SET ROLE", "set role none"],
  ["SET LOCAL", `set local app.organization_id = '${victim.organizationId}'`],
  ["DO", "do $$ begin end $$"],
  ["COPY out", "copy fleet.sims to stdout"],
  ["COPY to a program", "copy (select 1) to program 'id'"],
  ["CREATE FUNCTION", "create function f() returns int language sql as 'select 1'"],
  ["PREPARE", "prepare p as select 1"],
  ["EXECUTE", "execute p"],
  ["a second statement", `select 1) q; reset role; select * from (select * from store.sims`],
  [
    "a second statement behind a comment",
    `select 1) q; set local app.organization_id = '${victim.organizationId}'; select * from fleet.sims --`,
  ],
  ["COMMIT and a second statement", `select 1) q; commit; select * from (select * from store.sims`],
  ["an open quote", `select '`],
  ["deleting in a CTE", "with d as (delete from fleet.sims returning *) select * from d"],
  ["SELECT INTO", "select 1 as a into public.t"],
])("%s does not fit into the place of a query", async (_, query) => {
  expect(await refusal(runFree(query))).toMatch(/^(42601|0A000)$/);
});

test.each([
  ["DO with set_config", `do $$ begin perform ${steal}; end $$`],
  ["DO with dynamic SQL", `do $$ begin execute 'select * from store.sims'; end $$`],
  ["CREATE FUNCTION", "create function public.f() returns int language sql as 'select 1'"],
  [
    "CREATE FUNCTION in pg_temp",
    "create function pg_temp.f() returns int language sql as 'select 1'",
  ],
  ["CREATE TEMP TABLE", "create temp table t (a int)"],
  ["CREATE VIEW", "create view fleet.mine as select 1"],
  ["CREATE SCHEMA", "create schema mine"],
  ["COPY from a program", "copy store.sims from program 'id'"],
  ["COPY to a program", "copy (select 1) to program 'id'"],
  ["COPY to a file", "copy (select 1) to '/tmp/out'"],
  ["UPDATE of pg_settings", `update pg_settings set setting = 'x' where name = 'search_path'`],
  ["ALTER SYSTEM", "alter system set log_statement = 'all'"],
  ["ALTER ROLE", "alter role simon_reader superuser"],
  ["GRANT", "grant simon_app to simon_reader"],
  ["switching off row-level security", "alter table store.sims disable row level security"],
  ["dropping a policy", "drop policy own on store.sims"],
  ["replacing a view", "create or replace view fleet.sims as select 1 as iccid"],
  ["LOCK", "lock table fleet.sims in access exclusive mode"],
  ["VACUUM of another's table", "analyze (skip_locked) store.sims"],
  ["LOAD", "load 'plpgsql'"],
  ["NOTIFY in a DO", "do $$ begin perform pg_notify('a', 'b'); end $$"],
])("as a statement of its own, %s changes nothing", async (_, text) => {
  const code = await refusal(runBare(text));
  const isHarmless = code === "not refused" && /^(analyze|load)/.test(text); // skipped with a warning
  if (!isHarmless) expect(code).toMatch(/^(42501|25006|25001|42P17|0A000)$/);
  const sims = await asReader(attacker, (sql) => sql`select label from sims`);
  expect(sims.map((sim) => sim.label)).toEqual([attacker.organizationId]);
});

test("two statements in one message are refused by the protocol", async () => {
  expect(await refusal(runBare("reset role; select * from store.sims"))).toBe("42601");
});

test("its own settings can be read, and are its own", async () => {
  const [row] = await runFree(
    `select current_setting('app.organization_id') as organization, current_user::text as role,
            current_setting('transaction_read_only') as read_only`,
  );
  expect(row).toEqual({
    organization: attacker.organizationId,
    role: "simon_reader",
    read_only: "on",
  });
});

test("with row_security off, asked for by a setting, a view still filters", async () => {
  const rows = await asReader(attacker, async (sql) => {
    await sql.unsafe("set local row_security = off", [], EXTENDED);
    return sql`select label from sims`.catch(() => []);
  }).catch(() => []);
  expect(rows.map((row) => row.label)).not.toContain(victim.organizationId);
});

test.each([
  [
    "a cast that fails on another's value",
    "select * from sims where label <> current_setting('app.organization_id') and label::int > 0",
  ],
  [
    "a division by another's value",
    "select * from sims where label <> current_setting('app.organization_id') and 1 / (length(label) - length(label)) > 0",
  ],
  [
    "a join on the same number",
    "select a.label from sims a join sims b using (iccid) where a.label <> b.label",
  ],
  ["its system columns", "select * from sims where tableoid is null"],
])("%s shows nothing", async (_, query) => {
  const rows = await runFree(query).catch((error) => {
    expect(String(error.cause?.message)).not.toContain(victim.organizationId);
    return [];
  });
  expect(rows).toHaveLength(0);
});

test("plans and statistics of the views show no other organisation's values", async () => {
  const { sql } = await database();
  await sql`analyze store.sims`;
  const stats = await runFree("select * from pg_stats where schemaname = 'store'");
  expect(stats).toHaveLength(0);
  const plan = await runBare(
    "explain (analyze, costs off) select * from sims where label like 'org-%'",
  );
  expect(JSON.stringify(plan)).not.toContain(victim.organizationId);
});
