import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "#core/config.ts";
import { connect, type Database, database } from "./database.ts";
import { isLostConnection } from "./errors.ts";
import { inTransaction } from "./transaction.ts";

/** One connection only, so that whoever comes next gets what the one before left. */
let db: Database;
let isServer = false;

beforeAll(async () => {
  const shared = await database();
  isServer = shared.kind === "server";
  const { database: configured } = config();
  db = configured.kind === "server" ? await connect(configured.url, 1) : shared;
  await shared.sql`create table if not exists public.transaction_test (word text)`;
  await shared.sql`truncate public.transaction_test`;
});
afterAll(async () => {
  await db.sql`drop table public.transaction_test`;
  if (isServer) await db.close();
});

const words = async () =>
  (await db.sql<{ word: string }[]>`select word from public.transaction_test order by word`).map(
    ({ word }) => word,
  );

test("what fails is rolled back, and the next transaction finds the connection as new", async () => {
  const failing = inTransaction(db, async (sql) => {
    await sql`insert into public.transaction_test values ('never')`;
    await sql`select 1 / 0`;
  });
  await expect(failing).rejects.toThrow("division by zero");
  await inTransaction(db, (sql) => sql`insert into public.transaction_test values ('first')`);
  expect(await words()).toEqual(["first"]);
});

test("a failure that nobody heeded is not taken for a commit", async () => {
  const heedless = inTransaction(db, async (sql) => {
    await sql`insert into public.transaction_test values ('never')`;
    await sql`select 1 / 0`.catch(() => {});
  });
  await expect(heedless).rejects.toThrow("was not heeded");
  expect(await words()).toEqual(["first"]);
});

test("a savepoint takes back its own part only", async () => {
  await inTransaction(db, async (sql) => {
    await sql`insert into public.transaction_test values ('second')`;
    const part = sql.savepoint(async (inner) => {
      await inner`insert into public.transaction_test values ('never')`;
      await inner`select 1 / 0`;
    });
    await expect(part).rejects.toThrow("division by zero");
  });
  expect(await words()).toEqual(["first", "second"]);
});

test("a statement that comes after its transaction's end throws, and reaches no later one", async () => {
  let late: Promise<unknown> = Promise.resolve();
  await inTransaction(db, async (sql) => {
    late = sleep(50).then(() => sql`insert into public.transaction_test values ('late')`);
    late.catch(() => {});
  });
  await inTransaction(db, async (sql) => {
    await sleep(100);
    await sql`select 1`;
  });
  await expect(late).rejects.toThrow("revoked");
  expect(await words()).toEqual(["first", "second"]);
});

test("a transaction whose connection died neither writes into the next one nor ends it", async ({
  skip,
}) => {
  if (!isServer)
    skip("needs a server that can end one connection; db/embedded/revive.test.ts kills all");
  const resumed = Promise.withResolvers<void>();
  const failure = inTransaction(db, async (sql) => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await (await database()).sql`select pg_terminate_backend(${row?.pid ?? 0})`;
    await resumed.promise;
    await sql`insert into public.transaction_test values ('stray')`;
  }).catch((error) => error);
  await sleep(200);
  const next = connectAndWrite(resumed);
  expect(isLostConnection(await failure)).toBe(true);
  await next;
  expect(await words()).toEqual(["first", "next", "second"]);
});

/** As the next caller, once the lost connection's place is free again. */
async function connectAndWrite(resumed: PromiseWithResolvers<void>): Promise<void> {
  resumed.resolve();
  await inTransaction(db, async (sql) => {
    await sql`insert into public.transaction_test values ('next')`;
    await sleep(50);
    await sql`select 1`;
  });
}
