import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind } from "#connectors/once/emulator/faults.ts";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { carriedOut, iccidOf } from "#domain/changes/testing.ts";
import { syncPrices } from "../prices/sync-prices.ts";
import { syncSims } from "../sims/sync-sims.ts";
import { NEVER, startAccount } from "../testing.ts";
import { syncQuotas } from "./sync-quotas.ts";

const SIMS = 30;
let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(SIMS));
  await syncSims(actor, provider, NEVER);
});
afterEach(() => emulator.close());

const sync = (options = {}) => syncQuotas(actor, provider, { ...NEVER, retryMs: 1, ...options });
const quotas = () =>
  asActor(
    actor,
    (sql) => sql<{ iccid: string; type: string; total: number; used: number; remaining: number }[]>`
      select iccid, type, total, used, remaining from store.sim_quota order by iccid, type`,
  );

async function expectMirror(): Promise<void> {
  const theirs = emulator.sims().flatMap((sim) => [
    { iccid: sim.iccid, type: "data", remaining: sim.data_remaining_bytes },
    { iccid: sim.iccid, type: "sms", remaining: sim.sms_remaining },
  ]);
  const ours = (await quotas()).map(({ iccid, type, remaining }) => ({ iccid, type, remaining }));
  expect(ours).toEqual(theirs);
}

it("reads each quota once, and then only those of which there is a sign", async () => {
  expect(await sync()).toMatchObject({ outcome: "done", calls: 2 * SIMS, counts: { read: 60 } });
  await expectMirror();
  expect(await sync()).toMatchObject({ outcome: "done", calls: 0 });
  emulator.change(iccidOf(4), { data_remaining_mb: 20 });
  emulator.change(iccidOf(5), { sms_total: 500, sms_remaining: 500 });
  await syncSims(actor, provider, NEVER);
  await asActor(
    actor,
    (sql) =>
      sql`update store.sims set last_seen_at = '2026-10-21T10:00Z' where iccid = ${iccidOf(6)}`,
  );
  expect(await sync()).toMatchObject({ calls: 3 });
  await expectMirror();
  expect(await sync()).toMatchObject({ calls: 0 });
});

it("reads a quota that was topped up from here, and one that is old, again", async () => {
  await sync();
  await syncPrices(actor, provider, NEVER); // at an unknown price it would take two people
  await carriedOut(
    actor,
    "top_up",
    { type: "data", bytes: 1024 },
    { targets: [iccidOf(1)], provider },
    provider,
  );
  expect(await sync()).toMatchObject({ calls: 2 });
  await expectMirror();
  await asActor(
    actor,
    (sql) => sql`
      update store.provider_quotas set read_at = '2026-01-01T00:00Z' where iccid = ${iccidOf(2)}`,
  );
  expect(await sync()).toMatchObject({ calls: 2 });
});

it("says that more was used than there was", async () => {
  emulator.change(iccidOf(0), { data_total_mb: 1, data_remaining_mb: -1 });
  await sync();
  expect((await quotas())[0]).toMatchObject({
    total: 1024 ** 2,
    used: 2 * 1024 ** 2,
    remaining: -(1024 ** 2),
  });
});

it("keeps to its budget, and says what is left until all is read", async () => {
  const age = async () =>
    (
      await asActor(
        actor,
        (sql) => sql`select as_of, waiting from store.data_age where kind = 'quota'`,
      )
    )[0];
  expect(await sync({ maxCalls: 50 })).toMatchObject({ outcome: "partial", calls: 50 });
  expect(await age()).toEqual({ as_of: null, waiting: 10 });
  expect(await sync({ maxCalls: 50 })).toMatchObject({ outcome: "done", calls: 10 });
  expect(await age()).toEqual({ as_of: new Date("2026-10-21T09:30:00Z"), waiting: 0 });
  await expectMirror();
});

it("one SIM that cannot be read stops no other, and is tried again later only", async () => {
  emulator.addFault({ kind: "html_page", path: `/v2/sims/${iccidOf(3)}/quota/data` });
  expect(await sync()).toMatchObject({ outcome: "done", counts: { read: 2 * SIMS - 1 } });
  emulator.clearFaults();
  expect(await sync()).toMatchObject({ calls: 0 });
  await asActor(
    actor,
    (sql) =>
      sql`update store.provider_quotas set tried_at = '2026-01-01T00:00Z' where read_at is null`,
  );
  expect(await sync()).toMatchObject({ calls: 1 });
  await expectMirror();
});

it("a SIM without a quota there is asked for once", async () => {
  emulator.remove(iccidOf(3));
  await sync();
  expect(await quotas()).toHaveLength(2 * SIMS - 2);
  expect(await sync()).toMatchObject({ calls: 0 });
});

it("a storm of refusals is waited out, with few calls more than are needed", async () => {
  emulator.clearCalls();
  emulator.addFault({ kind: "rate_limited_429", path: "/v2/sims/*", times: 12 });
  expect(await sync({ retryMs: 20 })).toMatchObject({ outcome: "done" });
  await expectMirror();
  const calls = Object.entries(emulator.calls().operations)
    .filter(([operation]) => operation.includes("quota"))
    .reduce((sum, [, count]) => sum + count.calls, 0);
  expect(calls / (2 * SIMS)).toBeLessThanOrEqual(1.3);
});

it("when nobody answers, the run says so, and what was read is kept", async () => {
  emulator.addFault({ kind: "error_500_before", path: "/v2/sims/*", after: 25 });
  await expect(sync()).rejects.toMatchObject({ code: "upstream" });
  const [run] = await asActor(
    actor,
    (sql) => sql`select state, error from store.sync_runs where kind = 'quota'`,
  );
  expect(run).toEqual({ state: "failed", error: expect.stringMatching(/^1NCE .*\.$/) });
  expect((await quotas()).length).toBeGreaterThanOrEqual(20);
});

it.each<FaultKind>(["reset_before", "half_body", "html_page", "empty_200", "token_expired"])(
  "%s in a third of the answers: in the end the mirror is the provider",
  async (kind) => {
    emulator.addFault({ kind, path: "/v2/sims/*", probability: 0.3 });
    for (let runs = 0; runs < 20; runs++) {
      await sync().catch(() => null);
      await asActor(
        actor,
        (sql) => sql`
          update store.provider_quotas set tried_at = '2026-01-01T00:00Z' where read_at is null`,
      );
    }
    await expectMirror();
  },
);
