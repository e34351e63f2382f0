// Against an emulator of 1NCE on a real socket.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "#connectors/once/emulator/emulator.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { forgetProcessWide } from "#core/process-state.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { ask, makeSims } from "#domain/changes/testing.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { rotateCredentials } from "./rotate-credentials.ts";
import { showConnection } from "./show-connection.ts";
import { testConnection } from "./test-connection.ts";

const CLIENT = { id: "api-user", secret: "its-secret-1" };
const OWNER = { id: "owner-user", secret: "its-secret-2", role: "owner" as const };
const SIMS = Array.from({ length: 230 }, (_, n) => ({
  iccid: `8988280666${String(n).padStart(9, "0")}`,
}));

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sims: SIMS, clients: [CLIENT, OWNER], timeFactor: 20 });
});
beforeEach(() => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1" });
});
afterEach(() => {
  emulator.clearFaults();
  overrideConfig({});
});
afterAll(() => emulator.close());

const given = ({ id, secret } = CLIENT, base_url = emulator.url) => ({
  client_id: id,
  client_secret: secret,
  base_url,
});

describe("a test of the connection", () => {
  it("says how many SIMs there are, and is kept", async () => {
    const actor = testActor();
    await connect(actor, given());
    expect(await testConnection(actor)).toEqual({ is_working: true, problem: null, sims: 230 });
    const { connection } = await showConnection(actor);
    expect(connection).toMatchObject({ sims_seen: 230, last_error: null });
    expect(connection?.last_tested_at).toBeInstanceOf(Date);
    expect(JSON.stringify(await showConnection(actor))).not.toContain(CLIENT.secret);
  });

  it.each<[string, () => ReturnType<typeof given>, RegExp]>([
    ["a wrong secret", () => given({ ...CLIENT, secret: "wrong" }), /client ID and secret/],
    ["an unknown client", () => given({ id: "nobody", secret: "x" }), /client ID and secret/],
    ["an owner's credentials", () => given(OWNER), /role API user/],
    ["a host that is not there", () => given(CLIENT, "http://127.0.0.1:47913"), /not be reached/],
    ["an address beside", () => given(CLIENT, emulator.url.replace("management", "x")), /address/],
  ])("says that it is %s", async (_, credentials, problem) => {
    const actor = testActor();
    await connect(actor, credentials());
    const result = await testConnection(actor);
    expect(result).toMatchObject({
      is_working: false,
      problem: expect.stringMatching(problem),
      sims: null,
    });
    expect((await showConnection(actor)).connection?.last_error).toBe(result.problem);
  });

  it("says that the provider wants no more calls now", async () => {
    const actor = testActor();
    await connect(actor, given());
    emulator.addFault({ kind: "rate_limited_429", path: "/v2/sims" });
    expect((await testConnection(actor)).problem).toMatch(/no more calls/);
  });

  it("asks for the credentials again under another secret of the installation", async () => {
    const actor = testActor();
    await connect(actor, given());
    overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1", SIMON_SECRET: "y".repeat(40) });
    forgetProcessWide("connected-providers"); // as after the restart that it takes
    forgetProcessWide("audit-key");
    try {
      expect((await testConnection(actor)).problem).toMatch(/Enter the credentials again/);
      const provider = await providerOf(actor);
      expect(provider.capabilities.status).toMatch(/Enter the credentials again/);
      const operation = { kind: "reset", iccid: SIMS[0]?.iccid ?? "" } as const;
      const options = { idempotencyKey: "1", signal: AbortSignal.timeout(1000) };
      await expect(provider.perform(operation, options)).rejects.toMatchObject({
        kind: "rejected",
        message: expect.stringMatching(/Enter the credentials again/),
      });
      const { connection } = await showConnection(actor);
      expect(connection?.client_id).toBe(CLIENT.id);
    } finally {
      forgetProcessWide("audit-key");
    }
  });
});

describe("the provider of an organisation", () => {
  it("is the connected one, the same until its credentials change, and else our own tables", async () => {
    const actor = testActor();
    const member = testActor({ organizationId: actor.organizationId, role: "viewer" });
    expect((await providerOf(actor)).account).toBe("local");
    await connect(actor, given());
    const first = await providerOf(member);
    expect(first.account).toMatch(/^once:/);
    expect(await providerOf(actor)).toBe(first);
    expect((await providerOf(testActor())).account).toBe("local");
    await rotateCredentials(actor, given({ ...CLIENT, secret: "wrong" }));
    const second = await providerOf(actor);
    expect(second).not.toBe(first);
    expect(second.account).toBe(first.account);
    await disconnect(actor);
    expect((await providerOf(actor)).account).toBe("local");
  });

  it("reads at the pace that all of the account share", async () => {
    const actor = testActor();
    await connect(actor, given());
    const { reads } = await providerOf(actor);
    const signal = AbortSignal.timeout(20_000);
    const startedAt = performance.now();
    const iccids = SIMS.slice(0, 12).map(({ iccid }) => iccid);
    const sims = await Promise.all(iccids.map((iccid) => reads?.readSim(iccid, { signal })));
    expect(sims.map((sim) => sim?.iccid)).toEqual(iccids);
    expect(performance.now() - startedAt).toBeGreaterThan(1_000);
  });

  it("says in a preview what it cannot do", async () => {
    const actor = testActor();
    await makeSims(actor, 1);
    await connect(actor, given());
    const asked = ask(
      actor,
      "set_quota",
      { type: "data", total: 5 },
      { targets: [SIMS[0]?.iccid ?? ""] },
    );
    await expect(asked).rejects.toMatchObject({ code: "conflict", message: /1NCE/ });
  });
});

it("a row that was copied into another organisation does not open there", async () => {
  const [ours, theirs] = [testActor(), testActor()];
  const id = await connect(ours, given());
  const [row] = await asActor(ours, (sql) => sql`select secret from store.connections`);
  await asActor(
    theirs,
    (sql) => sql`
      insert into store.connections (id, provider, name, base_url, client_id, secret, calls_per_second,
        created_at, created_by, updated_at)
      values (${id}, 'once', '1NCE', ${emulator.url}, ${CLIENT.id}, ${row?.secret}, 10,
        '2026-01-01', 'x', '2026-01-01')`,
  );
  const thief: Actor = systemActor({ id: theirs.organizationId, name: "" });
  expect((await testConnection(thief)).problem).toMatch(/Enter the credentials again/);
});
