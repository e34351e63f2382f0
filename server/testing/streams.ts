import type { Server } from "node:http";
import { afterAll, beforeAll, expect } from "vitest";
import { ICCID } from "#connectors/once/stream/testing.ts";
import type { Actor } from "#core/actor.ts";
import { asActor, asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { renewStream, type StreamCredentials } from "#domain/connections/stream/renew-stream.ts";
import { insertSim } from "#domain/sims/insert-sim.ts";
import { createWebServer, listen } from "../http.ts";
import { serveStream } from "../stream.ts";

/** Our web server for the calling test file, and how a provider pushes to it. */
export function streamDoor() {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createWebServer(() => serveStream);
    origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  });
  afterAll(() => void server.close());

  /** Where the streamer finds it. */
  const addressOf = ({ url }: Pick<StreamCredentials, "url">) =>
    `${origin}${new URL(url).pathname}`;

  /** @param header Other credentials than those of the stream; null for none. */
  function post(stream: StreamCredentials, body: unknown, header?: string | null) {
    const { user, password } = stream;
    const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    const authorization = header === undefined ? basic : header;
    return fetch(addressOf(stream), {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async function pushed(stream: StreamCredentials, records: readonly unknown[]) {
    const answer = await post(stream, records);
    expect(answer.status).toBe(200);
    return answer.json();
  }

  return { addressOf, post, pushed };
}

interface Connected {
  readonly actor: Actor;
  readonly stream: StreamCredentials;
}

export async function connected(iccids: readonly string[] = [ICCID]): Promise<Connected> {
  const actor = testActor();
  await connect(actor, { client_id: "client", client_secret: "secret" });
  await addSims(actor, iccids);
  return { actor, stream: await renewStream(actor) };
}

export async function addSims(actor: Actor, iccids: readonly string[]): Promise<void> {
  await asActor(actor, async (sql) => {
    for (const iccid of iccids) {
      await insertSim(sql, { iccid, status: "active", tags: [] }, new Date("2026-10-01T00:00:00Z"));
    }
  });
}

export async function daily(actor: Actor) {
  return asReader(
    actor,
    (sql) => sql`
      select iccid, day, upload_volume, download_volume, event_count from fleet.sim_usage_daily
      order by iccid, day`,
  );
}

export async function simOf(actor: Actor, iccid = ICCID) {
  const [row] = await asReader(
    actor,
    (sql) => sql`
      select last_seen_at, operator, country, rat, imei from fleet.sims where iccid = ${iccid}`,
  );
  return row;
}

export async function eventsOf(actor: Actor) {
  return asReader(
    actor,
    (sql) => sql`select type, severity, cause, country from fleet.connection_events order by id`,
  );
}

export async function putAside(actor: Actor) {
  return asActor(
    actor,
    (sql) => sql`
      select state, record_id, reason from store.stream_records
      where state in ('held', 'refused') order by record_id`,
  );
}
