import { expect, test } from "vitest";
import { Conflict, Forbidden, Internal, Invalid, Limited, type SimonError } from "#core/errors.ts";
import { database, type Transaction } from "./database.ts";
import { isPassing } from "./errors.ts";
import { asActor, asReader, readAsActor } from "./guard.ts";
import { testActor } from "./testing.ts";

const ICCID = "8944500000000000001";
const { kind } = await database();

test("an actor's rows are the actor's, however transactions and failures interleave", async () => {
  const actors = Array.from({ length: 6 }, () => testActor());
  await Promise.all(actors.map((actor) => addSim(actor, actor.organizationId)));
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: 120 }, async (_, i) => {
      const actor = actors[i % actors.length] as (typeof actors)[number];
      const look = (sql: Transaction) => sql`
        select label, current_setting('app.organization_id') as organization, current_user::text as role from fleet.sims`;
      if (i % 5 === 0) await asActor(actor, (sql) => sql`select 1 / 0`).catch(() => {});
      if (i % 7 === 0) await asReader(actor, (sql) => sql`select nonsense`).catch(() => {});
      const [row, ...more] =
        i % 3 === 0
          ? await asReader(actor, look)
          : i % 3 === 1
            ? await asActor(actor, look)
            : await readAsActor(
                actor,
                (sql) => sql`
                select label, current_setting('app.organization_id') as organization, current_user::text as role from store.sims`,
              );
      const isRight =
        more.length === 0 &&
        row?.label === actor.organizationId &&
        row?.organization === actor.organizationId;
      if (!isRight) wrong.push(JSON.stringify(row));
    }),
  );
  expect(wrong).toEqual([]);
});

test("nothing of a transaction stays behind on its connection", async () => {
  const { sql } = await database();
  const [before] = await sql`select current_user::text as role`;
  const actor = testActor();
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      i % 2
        ? asActor(actor, (tx) => tx`select 1`)
        : readAsActor(actor, (tx) => tx`select 1 / ${i % 4}::int`).catch(() => {}),
    ),
  );
  const after = await Promise.all(
    Array.from(
      { length: 10 },
      () => sql`
      select current_user::text as role, coalesce(current_setting('app.organization_id', true), '') as organization`,
    ),
  );
  for (const [row] of after) expect(row).toEqual({ role: before?.role, organization: "" });
});

test("a statement that cannot even be built leaves no transaction open", async () => {
  const actor = testActor();
  const broken = readAsActor(actor, () => {
    throw new TypeError("our own mistake");
  });
  await expect(broken).rejects.toBeInstanceOf(Internal);
  const noTime = readAsActor(actor, (sql) => sql`select ${new Date(Number.NaN)}::timestamptz`);
  await expect(noTime).rejects.toBeInstanceOf(Invalid);
  expect(await readAsActor(actor, (sql) => sql`select ${undefined as never}::text as x`)).toEqual([
    { x: null },
  ]);
  const { sql } = await database();
  const roles = await Promise.all(
    Array.from({ length: 12 }, () => sql`select current_user::text as role`),
  );
  expect(roles.flat().map((row) => row.role)).not.toContain("simon_app");
});

test("a reader's transaction writes nothing", async () => {
  const actor = testActor();
  await expect(asReader(actor, (sql) => sql`delete from fleet.sims`)).rejects.toBeInstanceOf(
    Forbidden,
  );
  await expect(
    readAsActor(
      actor,
      (sql) => sql`insert into store.sims (iccid) values (${ICCID}) returning iccid`,
    ),
  ).rejects.toBeInstanceOf(Forbidden);
});

test("a failure rolls the whole transaction back", async () => {
  const actor = testActor();
  const work = asActor(actor, async (sql) => {
    await sql`insert into store.sims (iccid) values (${ICCID})`;
    throw new Conflict("No.");
  });
  await expect(work).rejects.toThrow("No.");
  expect(await asReader(actor, (sql) => sql`select from sims`)).toHaveLength(0);
});

test.each<[string, (sql: Transaction) => Promise<unknown>, new (message: string) => SimonError]>([
  [
    "a duplicate",
    (sql) => sql`insert into store.sims (iccid) values (${ICCID}), (${ICCID})`,
    Conflict,
  ],
  [
    "a value out of its set",
    (sql) => sql`insert into store.sims (iccid, status) values (${ICCID}, 'x')`,
    Invalid,
  ],
  ["a value of the wrong form", (sql) => sql`select 'x'::text::int`, Invalid],
  ["a missing value", (sql) => sql`insert into store.sims (status) values ('active')`, Invalid],
  ["a number too large", (sql) => sql`select (2 ^ 40)::int`, Invalid],
  ["what one may not", (sql) => sql`select * from pg_authid`, Forbidden],
  ["a mistake in our SQL", (sql) => sql`select nonsense from nowhere`, Internal],
])("%s becomes an error with a sentence of ours", async (_, work, expected) => {
  const error: SimonError = await asActor(testActor(), work).then(
    () => expect.unreachable(),
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(expected);
  expect(error.cause).toBeInstanceOf(Error);
  expect(error.message).not.toContain((error.cause as Error).message);
  expect(error.message).not.toMatch(/relation|column|violates|syntax|store\.|nowhere/);
});

test.runIf(kind === "server")("a statement over its time is stopped, and says so", async () => {
  const slow = asReader(
    testActor(),
    (sql) => sql`select count(*) from generate_series(1, 1e9::bigint)`,
    { timeoutMs: 100 },
  );
  await expect(slow).rejects.toBeInstanceOf(Limited);
});

test.runIf(kind === "server")(
  "of two that wait for each other one goes through, and the other is told to try again",
  async () => {
    const actor = testActor();
    const other = "8944500000000000002";
    await asActor(
      actor,
      (sql) => sql`insert into store.sims (iccid) values (${ICCID}), (${other})`,
    );
    const together = barrierOf(2);
    const both = await Promise.allSettled(
      [
        [ICCID, other],
        [other, ICCID],
      ].map(([first, second]) =>
        asActor(actor, async (sql) => {
          await sql`update store.sims set label = 'mine' where iccid = ${first ?? ""}`;
          await together();
          await sql`update store.sims set label = 'mine' where iccid = ${second ?? ""}`;
        }),
      ),
    );
    const refused = both.filter((one) => one.status === "rejected").map(({ reason }) => reason);
    expect(refused).toEqual([expect.any(Conflict)]);
    expect(refused[0]?.message).toContain("Try again");
    expect(isPassing(refused[0])).toBe(true);
  },
);

/** Resolves for all once `parties` have come. */
function barrierOf(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    if (++come === parties) resolve();
    return promise;
  };
}

async function addSim(actor: ReturnType<typeof testActor>, label: string): Promise<void> {
  await asActor(
    actor,
    (sql) => sql`insert into store.sims (iccid, label) values (${ICCID}, ${label})`,
  );
}
