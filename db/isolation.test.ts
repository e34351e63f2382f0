// The organisations' wall, tried from the wrong side: every table and view, as both roles, with no
// check of ours in between. The cases come from the catalogue, so a new table or view is tried too.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "./database.ts";
import { asActor, asReader } from "./guard.ts";
import { EXTENDED, refusal } from "./testing/refusal.ts";
import { APPEND_ONLY_TABLES, KEPT_TABLES, SPECIMENS, USAGE_TABLES } from "./testing/specimens.ts";
import { testActor } from "./testing.ts";

const INSUFFICIENT_PRIVILEGE = "42501";
const victim = testActor({ userId: "victim" });
const attacker = testActor({ userId: "attacker" });
const colleague = testActor({ organizationId: victim.organizationId, userId: "colleague" });

const tables = await namesOf("store", "r");
const views = await namesOf("fleet", "v");
const guardedTables = tables.filter((name) => !USAGE_TABLES.includes(name));
const roles = [
  ["simon_app", asActor],
  ["simon_reader", asReader],
] as const;
const everyViewAndRole = views.flatMap((view) => roles.map(([role, as]) => ({ view, role, as })));

beforeAll(async () => {
  const { sql } = await database();
  await sql.begin(async (tx) => {
    await tx`select set_config('app.organization_id', ${victim.organizationId}, true),
                    set_config('app.user_id', 'victim', true)`;
    for (const [table, row] of Object.entries(SPECIMENS))
      await tx.unsafe(insertion(table, row), [victim.organizationId]);
  });
});

afterAll(async () => {
  await asActor(victim, (sql) => sql`select store.prune_fleet()`);
});

test("every table has a specimen, so that none goes untried", () => {
  expect(Object.keys(SPECIMENS).sort()).toEqual(tables);
  expect(views.length).toBeGreaterThanOrEqual(16);
  expect(tables).toEqual(expect.arrayContaining(views));
});

describe("the catalogue", () => {
  test("every table has forced row-level security, but for those of usage, on which nobody has rights", async () => {
    const { sql } = await database();
    const rows = await sql`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
        exists (select from pg_policy p where p.polrelid = c.oid) as has_policy,
        (select coalesce(bool_and(pg_get_expr(p.polqual, p.polrelid) like
           '%(organization_id = current_setting(''app.organization_id''::text, true))%'), false)
         from pg_policy p where p.polrelid = c.oid) as filters,
        has_any_column_privilege('simon_app', c.oid, 'select, insert, update, references') as app_may,
        has_any_column_privilege('simon_reader', c.oid, 'select, insert, update, references') as reader_may
      from pg_class c where c.relnamespace = 'store'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')`;
    for (const row of rows) {
      const isUsage = USAGE_TABLES.includes(row.name);
      expect(row).toMatchObject({
        // of the outbox the login role, its owner, takes the rows of all organisations
        is_forced: !isUsage && row.name !== "outbox",
        has_policy: !isUsage,
        filters: !isUsage,
        app_may: !isUsage,
        reader_may: false,
      });
    }
  });

  test.each(roles)(
    "what %s may read outside store is a view that filters on the organisation",
    async (role) => {
      const { sql } = await database();
      const rows = await sql`
      select n.nspname || '.' || c.relname as name,
        c.relkind = 'v' and n.nspname = 'fleet' and c.reloptions @> '{security_barrier=true}'
        and pg_get_viewdef(c.oid) ~ 'WHERE \\((\\w+\\.)?organization_id = current_setting\\(''app\\.organization_id''::text, true\\)\\);$'
        as is_guarded_view
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'store') and n.nspname not like 'pg_toast%'
        and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and has_schema_privilege(${role}, n.oid, 'usage')
        and case when c.relkind = 'S' then has_sequence_privilege(${role}, c.oid, 'select, usage, update')
                 else has_any_column_privilege(${role}, c.oid, 'select, insert, update') end`;
      expect(rows.filter((row) => !row.is_guarded_view)).toEqual([]);
      expect(rows.map((row) => row.name).sort()).toEqual(views.map((view) => `fleet.${view}`));
    },
  );

  test.each(roles)(
    "%s owns nothing, may create nothing, and is a member of nothing",
    async (role) => {
      const { sql } = await database();
      const [row] = await sql`
      select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolcanlogin as is_mighty,
        has_database_privilege(r.oid, current_database(), 'create, temporary') as may_create,
        (select count(*) from pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create')) as schemas,
        has_schema_privilege(r.oid, 'public', 'usage') as public_too,
        (select count(*) from pg_auth_members m where m.member = r.oid) as memberships,
        (select count(*) from pg_class c where c.relowner = r.oid) as owned
      from pg_roles r where r.rolname = ${role}`;
      expect(row).toEqual({
        is_mighty: false,
        may_create: false,
        schemas: 0,
        public_too: false,
        memberships: 0,
        owned: 0,
      });
    },
  );

  test("functions that run as their owner have an empty search path", async () => {
    const { sql } = await database();
    const rows = await sql`
      select proname from pg_proc where pronamespace in ('store'::regnamespace, 'fleet'::regnamespace)
        and prosecdef and not coalesce(proconfig @> array['search_path=""'], false)`;
    expect(rows).toEqual([]);
  });

  test("the reader may run none of our functions", async () => {
    const { sql } = await database();
    const rows = await sql`
      select proname from pg_proc where pronamespace in ('store'::regnamespace, 'fleet'::regnamespace, 'public'::regnamespace)
        and has_schema_privilege('simon_reader', pronamespace, 'usage')
        and has_function_privilege('simon_reader', oid, 'execute')`;
    expect(rows).toEqual([]);
  });
});

describe.each(everyViewAndRole)("fleet.$view as $role", ({ view, as }) => {
  const name = `fleet.${view}`;
  const attempt = (text: string, actor = attacker) =>
    as(actor, (sql) => sql.unsafe(text, [], EXTENDED));

  test("shows its own organisation's row and not another's", async () => {
    expect(await attempt(`select * from ${name}`, victim)).toHaveLength(1);
    expect(await attempt(`select * from ${name}`)).toHaveLength(0);
  });

  test("gives nothing away to an expression that fails on another organisation's row", async () => {
    expect(
      await attempt(
        `select * from ${name} q where q::text::xml is null and 1 / length(q::text) > 5`,
      ),
    ).toEqual([]);
    expect(
      await attempt(`select * from ${name} q where (left(q::text, 0) || 'no number')::int > 0`),
    ).toEqual([]);
  });

  test("cannot be inserted into, updated or deleted from", async () => {
    const [column] = await attempt(`select column_name as name from information_schema.columns
      where table_schema = 'fleet' and table_name = '${view}' limit 1`);
    const quoted = `"${column?.name}"`;
    for (const text of [
      `insert into ${name} select * from ${name}`,
      `update ${name} set ${quoted} = ${quoted}`,
      `delete from ${name}`,
      `truncate ${name}`,
    ]) {
      expect(await refusal(attempt(text)), text).toMatch(/^(42501|25006|42809|428C9)$/);
    }
  });
});

describe.each(tables)("store.%s", (table) => {
  const name = `store.${table}`;
  const isUsage = USAGE_TABLES.includes(table);
  const asAttacker = (text: string, parameters: string[] = []) =>
    asActor(attacker, (sql) => sql.unsafe(text, parameters, EXTENDED));

  test("is closed to the reader", async () => {
    const read = asReader(victim, (sql) => sql.unsafe(`select * from ${name}`, [], EXTENDED));
    expect(await refusal(read)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test("takes no row for another organisation", async () => {
    const insert = asAttacker(insertion(table, SPECIMENS[table] ?? ""), [victim.organizationId]);
    expect(await refusal(insert)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test.runIf(isUsage)("is closed to the application", async () => {
    for (const text of [
      `select * from ${name}`,
      `delete from ${name}`,
      `update ${name} set iccid = iccid`,
      `truncate ${name}`,
    ]) {
      expect(await refusal(asAttacker(text)), text).toBe(INSUFFICIENT_PRIVILEGE);
    }
  });

  test.runIf(!isUsage)("shows, changes and deletes nothing of another organisation", async () => {
    if (table === "outbox")
      expect(await refusal(asAttacker(`select * from ${name}`))).toBe(INSUFFICIENT_PRIVILEGE);
    else expect(await asAttacker(`select * from ${name}`)).toHaveLength(0);
    expect(await refusal(asAttacker(`truncate ${name}`))).toBe(INSUFFICIENT_PRIVILEGE);
    const isAppendOnly = APPEND_ONLY_TABLES.includes(table);
    const changes = [
      { text: `delete from ${name}`, isRefused: isAppendOnly || KEPT_TABLES.includes(table) },
      { text: `update ${name} set organization_id = organization_id`, isRefused: isAppendOnly },
    ];
    for (const { text, isRefused } of changes) {
      const attempt = asAttacker(`${text} where organization_id <> '' returning 1`);
      if (isRefused) expect(await refusal(attempt), text).toBe(INSUFFICIENT_PRIVILEGE);
      else expect((await attempt).length, text).toBe(0);
    }
    if (table !== "outbox")
      expect(await asActor(victim, (sql) => sql.unsafe(`select * from ${name}`))).toHaveLength(1);
  });
});

test.each(guardedTables.filter((table) => !APPEND_ONLY_TABLES.includes(table)))(
  "no row of store.%s can be moved to another organisation",
  async (table) => {
    const move = asActor(victim, (sql) =>
      sql.unsafe(`update store.${table} set organization_id = $1`, [attacker.organizationId]),
    );
    expect(await refusal(move)).toBe(INSUFFICIENT_PRIVILEGE);
  },
);

test("the audit log can be added to, and neither changed nor emptied", async () => {
  for (const text of [
    `update store.audit_logs set actor = 'nobody'`,
    `delete from store.audit_logs`,
    `truncate store.audit_logs`,
    `update store.audit_heads set sequence = 0`,
    `delete from store.audit_heads`,
    `insert into store.audit_heads (sequence, hash) values (9, '\\x')`,
    `truncate store.audit_heads`,
  ]) {
    expect(await refusal(asActor(victim, (sql) => sql.unsafe(text)))).toBe(INSUFFICIENT_PRIVILEGE);
  }
});

test.each(["threads", "messages", "saved_views", "thread_links"])(
  "store.%s shows a person nothing of a colleague's but what a link shows, and gives none away",
  async (table) => {
    const isShown = table === "thread_links";
    expect(
      await asActor(colleague, (sql) => sql.unsafe(`select * from store.${table}`)),
    ).toHaveLength(isShown ? 1 : 0);
    const withdraw = `delete from store.${table} returning 1`;
    expect(await asActor(colleague, (sql) => sql.unsafe(withdraw))).toHaveLength(0);
    const takeOver = asActor(colleague, (sql) =>
      sql.unsafe(`update store.${table} set user_id = 'colleague' returning 1`),
    );
    expect(await takeOver).toHaveLength(0);
  },
);

test("one prepared statement shows each organisation its own", async () => {
  const count = async (actor: typeof victim) =>
    (await asReader(actor, (sql) => sql`select iccid from sims`)).length;
  for (let round = 0; round < 8; round++) {
    expect(await count(victim)).toBe(1);
    expect(await count(attacker)).toBe(0);
  }
});

async function namesOf(schema: string, kind: string): Promise<string[]> {
  const { sql } = await database();
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = ${schema}::regnamespace and relkind = ${kind} order by relname collate "C"`;
  return rows.map((row) => row.name);
}

function insertion(table: string, row: string): string {
  return `insert into store.${table} ${row}`;
}
