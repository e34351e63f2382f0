import { expect, it } from "vitest";
import { config } from "#core/config.ts";
import { connect, database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { ownDatabase } from "./testing/own-database.ts";

ownDatabase(); // what is granted and revoked here would reach every test beside this one

it("several that start at once all find the database ready", async () => {
  const db = await database();
  const starts = Array.from({ length: 6 }, () => migrate(db));
  expect(await Promise.all(starts)).toEqual([[], [], [], [], [], []]);
});

it("what was granted or revoked since the last start is again as it has to be", async () => {
  const db = await database();
  const { database: where } = config();
  const admin = where.kind === "server" ? await connect(where.adminUrl, 1) : db;
  const setting = "pg_catalog.set_config(text, text, boolean)";
  const mayRun = async () => {
    const [row] = await db.sql`
      select has_function_privilege('simon_app', ${setting}, 'execute') as app,
        has_function_privilege('simon_reader', 'pg_catalog.pg_sleep(double precision)', 'execute') as reader,
        has_function_privilege('simon_reader', 'pg_catalog.lo_export(oid, text)', 'execute') as everybody,
        has_function_privilege(${setting}, 'execute') as ours`;
    return row;
  };
  const asItHasToBe = { app: false, reader: false, everybody: false, ours: true };
  expect(await mayRun()).toEqual(asItHasToBe);
  try {
    await admin.sql.unsafe(`
      grant execute on function ${setting} to simon_app;
      grant execute on function pg_catalog.pg_sleep(double precision) to simon_reader;
      grant execute on function pg_catalog.lo_export(oid, text) to public`);
    expect(await mayRun()).toEqual({ app: true, reader: true, everybody: true, ours: true });
    await migrate(db);
    expect(await mayRun()).toEqual(asItHasToBe);
    if (admin === db) return;
    const [login] = await db.sql`select current_user as name`;
    await admin.sql.unsafe(`revoke execute on function ${setting} from "${login?.name}"`);
    expect((await mayRun())?.ours).toBe(false);
  } finally {
    await migrate(db);
    if (admin !== db) await admin.close();
  }
  expect(await mayRun()).toEqual(asItHasToBe);
});
