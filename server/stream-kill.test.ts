// The database dies while a provider pushes, on a database of this file's own.

import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ICCID, usage } from "#connectors/once/stream/testing.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { asActor, asReader } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { testActor } from "#db/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { renewStream, type StreamCredentials } from "#domain/connections/stream/renew-stream.ts";
import { insertSim } from "#domain/sims/insert-sim.ts";
import { createWebServer, listen } from "./http.ts";
import { serveStream } from "./stream.ts";

const BATCHES = 30;
const PER_BATCH = 300;
const KILLS = 4;
const own = ownDatabase({ embedded: true });

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createWebServer(() => serveStream);
  origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => void server.close());

function post({ url, user, password }: StreamCredentials, records: readonly unknown[]) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return fetch(`${origin}${new URL(url).pathname}`, {
    method: "POST",
    headers: { authorization },
    body: JSON.stringify(records),
  });
}

async function connected() {
  const actor = testActor();
  await connect(actor, { client_id: "client", client_secret: "secret" });
  await asActor(actor, (sql) =>
    insertSim(sql, { iccid: ICCID, status: "active", tags: [] }, new Date("2026-10-01T00:00:00Z")),
  );
  return { actor, stream: await renewStream(actor) };
}

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
