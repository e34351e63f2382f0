// An embedded database of this file's own, since it gets killed.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Upstream } from "#core/errors.ts";
import { asActor, asReader } from "../guard.ts";
import { ownDatabase } from "../testing/own-database.ts";
import { testActor } from "../testing.ts";
import { holderOf } from "./lock.ts";
import { addressFile, lockFile } from "./paths.ts";

const { dataDir } = ownDatabase({ embedded: true });
const actor = testActor();
const iccidOf = (n: number) => `894450000000000${String(n).padStart(4, "0")}`;

test("after a kill no acknowledged row is missing, and the next call but one is answered", async () => {
  const acknowledged: string[] = [];
  const failures: unknown[] = [];
  const writing = (async () => {
    for (let n = 0; n < 2_000 && failures.length === 0; n++) {
      await asActor(actor, (sql) => sql`insert into store.sims (iccid) values (${iccidOf(n)})`)
        .then(() => acknowledged.push(iccidOf(n)))
        .catch((error) => failures.push(error));
    }
  })();
  while (acknowledged.length < 25) await sleep(5);
  const before = await killDatabase();
  await writing;
  expect(failures[0]).toBeInstanceOf(Upstream);

  const kept = await eventually(() => asReader(actor, (sql) => sql`select iccid from sims`));
  expect(kept.map((row) => row.iccid)).toEqual(expect.arrayContaining(acknowledged));
  expect(pid()).not.toBe(before);
});

test("several callers at once bring back one database between them", async () => {
  await killDatabase();
  const count = () => asReader(actor, (sql) => sql`select count(*) as n from sims`);
  await Promise.allSettled(Array.from({ length: 8 }, count));
  const counts = await Promise.all(Array.from({ length: 8 }, () => eventually(count)));
  expect(new Set(counts.map(([row]) => row?.n)).size).toBe(1);
  expect(holderOf(lockFile(dataDir))?.pid).toBe(pid());
});

async function killDatabase(): Promise<number> {
  const killed = pid();
  process.kill(killed, "SIGKILL");
  while (holderOf(lockFile(dataDir))?.pid === killed) await sleep(10);
  return killed;
}

function pid(): number {
  return JSON.parse(readFileSync(addressFile(dataDir), "utf8")).pid;
}

/** The call that meets the dead connection brings the database back and fails; at most two more may. */
async function eventually<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await call();
    } catch (error) {
      expect(error).toBeInstanceOf(Upstream);
    }
  }
  return call();
}
