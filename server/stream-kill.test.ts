// The database dies while a provider pushes, on a database of this file's own.

import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { usage } from "#connectors/once/stream/testing.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { asReader } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { connected, streamDoor } from "./testing/streams.ts";

const BATCHES = 30;
const PER_BATCH = 300;
const KILLS = 4;
const own = ownDatabase({ embedded: true });

const { post } = streamDoor();

it("loses nothing and counts nothing twice when the database is killed in the middle", async () => {
  const { actor, stream } = await connected();
  let isDone = false;
  /** As the provider does: what was not answered with 200 comes again. */
  const push = async () => {
    const statuses: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const records = Array.from({ length: PER_BATCH }, (_, n) => usage({ id: `${batch}-${n}` }));
      for (let status = 0; status !== 200; statuses.push(status)) {
        status = (await post(stream, records)).status;
        if (status !== 200) await sleep(50);
      }
    }
    isDone = true;
    return statuses;
  };
  let kills = 0;
  const kill = async () => {
    for (; kills < KILLS && !isDone; kills++) {
      await sleep(150 + 100 * kills);
      await (await database()).kill();
    }
  };
  const [statuses] = await Promise.all([push(), kill()]);
  expect(kills).toBeGreaterThan(1);
  expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
  const total = BATCHES * PER_BATCH;
  const [row] = await asReader(
    actor,
    (sql) => sql`
      select sum(event_count) as records, sum(upload_volume) as upload,
        (select count(*) from fleet.sim_usage) as raw
      from fleet.sim_usage_daily`,
  );
  expect(row).toEqual({ records: 2 * total, upload: (total * 1024 ** 2) / 2, raw: 2 * total });
}, 120_000);

it("answers 503, and when to come again, while there is no database", async () => {
  const { stream } = await connected();
  await closeDatabase();
  overrideConfig({
    ...own.settings,
    DATABASE_URL: "postgres://nobody@127.0.0.1:47914/none",
  });
  try {
    const answer = await post(stream, [usage({ id: 1 })]);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  } finally {
    await closeDatabase();
    overrideConfig(own.settings);
  }
});
