import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { ask, askToken, clientFor } from "./testing/client.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({
    sims: [{ iccid: "8988228066000000001" }],
    tokenSeconds: 600,
    clients: [
      { id: "one", secret: "s:1" },
      { id: "owner", secret: "s", role: "owner" },
    ],
  });
});
afterAll(() => emulator.close());

const one = { id: "one", secret: "s:1", role: "api" } as const;

describe("a token", () => {
  it("is long, and tells how long it is good", async () => {
    const { json } = await askToken(emulator, one);
    expect(json).toMatchObject({ token_type: "bearer", expires_in: 600 });
    expect(json.access_token.length).toBeGreaterThan(2_900);
  });

  it.each([
    ["an unknown user", { id: "nobody" }, {}, "BadCredentials"],
    ["a wrong secret", { secret: "x" }, {}, "BadCredentials"],
    ["no user", {}, { headers: { authorization: "" } }, "AuthValidationError"],
    [
      "another content type",
      {},
      { headers: { "content-type": "text/plain" } },
      "UnsupportedContentTypeError",
    ],
    ["no grant type", {}, { body: "{}" }, "BodyValidationError"],
    [
      "a body that is no JSON",
      {},
      { body: "grant_type=client_credentials" },
      "BodyValidationError",
    ],
  ])("is refused with 400 for %s", async (_, credentials, init, errorCode) => {
    const { status, json } = await askToken(emulator, { ...one, ...credentials }, init);
    expect([status, json.statusCode, json.errorCode]).toEqual([400, 400, errorCode]);
  });

  it("does not end an earlier one", async () => {
    const first = await clientFor(emulator, one);
    await askToken(emulator, one);
    expect((await first("GET", "/v2/sims")).status).toBe(200);
  });

  it("ends when it said, and on demand", async () => {
    emulator.set({ tokenSeconds: 1 });
    const call = await clientFor(emulator, one);
    expect((await call("GET", "/v2/sims")).status).toBe(200);
    await expect.poll(async () => (await call("GET", "/v2/sims")).status).toBe(401);
    emulator.set({ tokenSeconds: 600 });
    const other = await clientFor(emulator, one);
    emulator.expireTokens();
    expect((await other("GET", "/v2/sims")).status).toBe(401);
  });

  it("of an owner may do nothing", async () => {
    const owner = await clientFor(emulator, { id: "owner", secret: "s", role: "owner" });
    expect((await owner("GET", "/v2/sims")).status).toBe(403);
  });

  it("is needed, and the refusal has no body", async () => {
    const { status, text } = await ask(`${emulator.url}/v1/sims`);
    expect([status, text]).toEqual([401, ""]);
  });
});
