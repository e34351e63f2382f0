import { afterAll, beforeAll, expect, it } from "vitest";
import {
  DEFAULT_CLIENT,
  type Emulator,
  startEmulator,
} from "#connectors/once/emulator/emulator.ts";
import { testActor } from "#db/testing.ts";
import { iccidOf, makeSims } from "#domain/changes/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { callTool } from "./call.ts";
import { tools } from "./registry.ts";

const ICCID = iccidOf(0);
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({
    sims: [{ iccid: ICCID, country: "DE", operator: "Telekom DE", rat: "LTE-M" }],
    timeFactor: 50,
  });
});
afterAll(() => emulator.close());

const asked = (actor = testActor(), iccid = ICCID) =>
  callTool(actor, tools.sim_connectivity, { iccid }, {});

async function connected(sims = 1) {
  const owner = testActor();
  await makeSims(owner, sims);
  await connect(owner, {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: emulator.url,
  });
  return owner;
}

it("the provider says how a SIM stands now, with its limits, newest events and messages", async () => {
  const owner = await connected();
  emulator.change(ICCID, { imei: "3512340000000010" });
  while (!emulator.sim(ICCID).has_session) await emulator.advance({ minutes: 60, smsPerDay: 50 });
  const { events, messages, limits, ...now } = await asked(owner);
  expect(now).toMatchObject({
    state: "online",
    country: "DE",
    operator: "Telekom DE",
    rat: "LTE-M",
  });
  expect(now.session_since).toMatch(/Z$/);
  expect(limits).toEqual({ data_bytes: null, sms_to_device: null, sms_from_device: null });
  expect(events?.[0]).toMatchObject({ type: expect.any(String), occurred_at: expect.any(String) });
  expect(messages?.some(({ body }) => body !== null)).toBe(true);
  const viewer = testActor({ role: "viewer", organizationId: owner.organizationId });
  expect((await asked(viewer)).messages?.every(({ body }) => body === null)).toBe(true);
});

it("what is not the question itself is left out where it cannot be had", async () => {
  const owner = await connected();
  emulator.addFault({ kind: "rate_limited_429", path: "/v1/sims/limits" });
  expect(await asked(owner)).toMatchObject({ limits: null, events: expect.any(Array) });
  emulator.addFault({ kind: "rate_limited_429", path: "/v2/sims/*/status" });
  await expect(asked(owner)).rejects.toMatchObject({
    code: "upstream",
    message: expect.stringMatching(/^1NCE takes no more calls/),
  });
  emulator.clearFaults();
});

it("says why where nobody can be asked: no such SIM here or there, no provider", async () => {
  const owner = await connected(2);
  await expect(asked(owner, iccidOf(1))).rejects.toMatchObject({ code: "not_found" });
  await expect(asked(owner, iccidOf(2))).rejects.toMatchObject({ code: "not_found" });
  const alone = testActor();
  await makeSims(alone, 1);
  await expect(asked(alone)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/connected to no provider/),
  });
});
