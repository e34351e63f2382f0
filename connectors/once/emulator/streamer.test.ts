import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { plausibleSims } from "./sims/plausible.ts";

interface Record {
  readonly id: number;
  readonly sim: { readonly iccid: string };
  readonly traffic_type: { readonly id: number };
  readonly volume: { readonly total: number };
}

let emulator: Emulator;
let server: Server;
let url: string;
let batches: Record[][];
let credentials: (string | undefined)[];
/** What the target answers next; 200 when there is nothing. */
let answers: number[];

beforeEach(async () => {
  batches = [];
  credentials = [];
  answers = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = answers.shift() ?? 200;
    credentials.push(request.headers.authorization);
    if (status === 200) batches.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stream`;
  emulator = await startEmulator({ timeFactor: 500, sims: plausibleSims(20) });
});
afterEach(async () => {
  await emulator.close();
  await new Promise((resolve) => server.close(resolve));
});

const target = () => ({ url, username: "stream", password: "secret" });
const idsOf = (all: Record[][]) => all.flat().map(({ id }) => id);

describe("the streamer", () => {
  it("pushes usage that adds up to what the quotas lost", async () => {
    const before = emulator.sims();
    emulator.addStream({ ...target(), kind: "usage" });
    await emulator.advance({ minutes: 600, smsPerDay: 5 });
    expect(await emulator.flushStreams()).toBe(true);
    for (const sim of before) {
      const mine = batches.flat().filter((record) => record.sim.iccid === sim.iccid);
      const now = emulator.sim(sim.iccid);
      const used = (id: number) =>
        mine
          .filter(({ traffic_type }) => traffic_type.id === id)
          .reduce((sum, { volume }) => sum + volume.total, 0);
      expect(used(5)).toBeCloseTo(sim.data_remaining_mb - now.data_remaining_mb, 9);
      expect(used(6)).toBe(sim.sms_remaining - now.sms_remaining);
    }
    expect(credentials[0]).toBe(`Basic ${Buffer.from("stream:secret").toString("base64")}`);
  });

  it("pushes events apart, and only those", async () => {
    emulator.addStream({ ...target(), kind: "events" });
    const { events } = await emulator.advance({ minutes: 600 });
    await emulator.flushStreams();
    expect(batches.flat()).toHaveLength(events);
    expect(batches.flat()[0]).toHaveProperty("event_type.description");
  });

  it("sends at most 3,000 at once", async () => {
    emulator.addStream({ ...target(), kind: "events" });
    while (emulator.info().events < 3_500) await emulator.advance({ minutes: 1440 });
    await emulator.flushStreams();
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(3_000);
    expect(new Set(idsOf(batches)).size).toBe(emulator.info().events);
  });

  it("sends again what was not answered with 200; a redirect is no 200", async () => {
    answers = [500, 302, 204, 401];
    emulator.addStream({ ...target(), kind: "usage" });
    const { records } = await emulator.advance({ minutes: 600 });
    await emulator.flushStreams();
    expect(credentials).toHaveLength(5);
    expect(idsOf(batches)).toHaveLength(records);
  });

  it("repeats and shuffles on demand, and loses nothing", async () => {
    emulator.addStream({
      ...target(),
      kind: "usage",
      duplicates: 0.5,
      shuffled: true,
      batchSize: 20,
    });
    const { records } = await emulator.advance({ minutes: 1440 });
    await emulator.flushStreams();
    const ids = idsOf(batches);
    expect(ids.length).toBeGreaterThan(records);
    expect(new Set(ids).size).toBe(records);
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b));
  });

  it("keeps what a target that is away did not take", async () => {
    await new Promise((resolve) => server.close(resolve));
    emulator.addStream({ ...target(), kind: "usage" });
    const { records } = await emulator.advance({ minutes: 600 });
    expect(await emulator.flushStreams(200)).toBe(false);
    expect(emulator.streams()[0]?.waiting).toBe(records);
  });
});
