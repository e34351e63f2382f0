import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Provider } from "#connectors/provider.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { ask, carriedOut, iccidOf, makeSims } from "#domain/changes/testing.ts";
import { claim } from "#domain/changes/work/claim.ts";
import { TIMING } from "#domain/changes/work/timing.ts";
import { openJob } from "#domain/changes/work/work-on-change.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { syncOrganization } from "../sync-organization.ts";
import { fleetOf, NEVER, startAccount } from "../testing.ts";
import { syncSims } from "./sync-sims.ts";
import { differencesOf, expectMirror } from "./testing.ts";

let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(230));
});
afterEach(() => emulator.close());

const sync = (options = {}) => syncSims(actor, provider, { ...NEVER, retryMs: 1, ...options });
const changeHere = (index: number, values: { label?: string; status?: string }) =>
  asActor(
    actor,
    (sql) => sql`update store.sims set ${sql(values)} where iccid = ${iccidOf(index)}`,
  );

it("takes over a whole account with as many calls as it has pages", async () => {
  emulator.change(iccidOf(3), { status: "Disabled" });
  const result = await sync();
  expect(result).toMatchObject({
    outcome: "done",
    calls: 3,
    callsNeeded: 3,
    counts: { added: 230 },
  });
  await expectMirror(actor, emulator);
  expect(await sync()).toMatchObject({ calls: 3, counts: { added: 0, changed: 0 } });
  const runs = await asActor(
    actor,
    (sql) => sql`select kind, state, calls, calls_needed, error from store.sync_runs order by id`,
  );
  expect(runs).toEqual([
    { kind: "list", state: "done", calls: 3, calls_needed: 3, error: null },
    { kind: "list", state: "done", calls: 3, calls_needed: 3, error: null },
  ]);
});

it("is not possible where the fleet is connected to no provider", async () => {
  expect(await syncSims(actor, localProvider(actor), NEVER)).toMatchObject({ outcome: "unable" });
});

it("takes over what changed there, and keeps what changed here as a difference", async () => {
  await sync();
  emulator.change(iccidOf(0), { label: "theirs", imei: "3520091118915105", status: "Disabled" });
  await changeHere(1, { label: "ours" });
  await changeHere(2, { status: "suspended" });
  emulator.change(iccidOf(4), { label: "theirs too" });
  await changeHere(4, { label: "ours too" });
  expect(await sync()).toMatchObject({ counts: { added: 0, changed: 1 } });
  const fleet = await fleetOf(actor);
  expect(fleet[iccidOf(0)]).toMatchObject({
    label: "theirs",
    status: "inactive",
    imei: expect.stringMatching(/^35200911189151/),
  });
  expect(fleet[iccidOf(4)]).toMatchObject({ label: "ours too" });
  const open = [
    { iccid: iccidOf(1), field: "label", kind: "changed_here", ours: "ours", theirs: "device-1" },
    {
      iccid: iccidOf(2),
      field: "status",
      kind: "changed_here",
      ours: "suspended",
      theirs: "active",
    },
    {
      iccid: iccidOf(4),
      field: "label",
      kind: "changed_both",
      ours: "ours too",
      theirs: "theirs too",
    },
  ];
  expect(await differencesOf(actor)).toEqual(open);
  await sync();
  expect(await differencesOf(actor)).toEqual(open);
  emulator.change(iccidOf(4), { label: "ours too" });
  await changeHere(2, { status: "active" });
  await sync();
  expect(await differencesOf(actor)).toEqual(open.slice(0, 1));
});

it("takes a suspended SIM that is off at the provider for what it is", async () => {
  await sync();
  await changeHere(5, { status: "suspended" });
  emulator.change(iccidOf(5), { status: "Disabled" });
  await sync();
  expect(await differencesOf(actor)).toEqual([]);
  expect((await fleetOf(actor))[iccidOf(5)]).toMatchObject({ status: "suspended" });
});

it("writes in the audit log what was taken over, in the name of who synchronised", async () => {
  await sync();
  emulator.change(iccidOf(7), { label: "theirs" });
  await sync();
  const rows = await asActor(
    actor,
    (sql) => sql`select resource_id, changes from fleet.audit_logs where action = 'sim.sync'`,
  );
  expect(rows).toEqual([
    {
      resource_id: iccidOf(7),
      changes: { before: { label: "device-7" }, after: { label: "theirs" } },
    },
  ]);
});

it("a change that went out from here is no difference; undone in the provider's portal it is taken over", async () => {
  await sync();
  await carriedOut(actor, "update_sim", { label: "renamed" }, { targets: [iccidOf(0)] }, provider);
  await sync();
  expect(await differencesOf(actor)).toEqual([]);
  await carriedOut(actor, "update_sim", { label: "again" }, { targets: [iccidOf(0)] }, provider);
  emulator.change(iccidOf(0), { label: "renamed" });
  await sync();
  expect(await differencesOf(actor)).toEqual([]);
  expect((await fleetOf(actor))[iccidOf(0)]).toMatchObject({ label: "renamed" });
});

it("leaves a SIM alone whose change is under way", async () => {
  await sync();
  const targets = [iccidOf(0)];
  const organization = { id: actor.organizationId, name: actor.organizationName };
  const { approval } = await ask(actor, "update_sim", { label: "renamed" }, { targets });
  await decide(actor, approval.id, { decision: "approve", typedCount: 1 });
  const job = await openJob(systemActor(organization), approval.id, {
    provider,
    timing: TIMING,
    ...NEVER,
  });
  expect(await claim(job)).toMatchObject({ task: "perform" });
  emulator.change(iccidOf(0), { label: "theirs" });
  expect(await sync()).toMatchObject({ outcome: "done", counts: { changed: 0 } });
  expect((await fleetOf(actor))[iccidOf(0)]).toMatchObject({ label: "device-0" });
});

it("a SIM that is gone there stays here and is said to be gone; when it comes back, it is as before", async () => {
  await sync();
  emulator.remove(iccidOf(9));
  const result = await sync();
  expect(result).toMatchObject({ outcome: "done", calls: 4, counts: { gone: 1 } });
  expect(await differencesOf(actor)).toEqual([
    { iccid: iccidOf(9), field: "presence", kind: "gone_there", ours: "active", theirs: null },
  ]);
  expect(Object.keys(await fleetOf(actor))).toHaveLength(230);
  expect(await sync()).toMatchObject({ calls: 3 });
  expect(await differencesOf(actor)).toHaveLength(1);
});

it("a SIM that was removed here does not come back by itself", async () => {
  await sync();
  await carriedOut(actor, "delete_sim", {}, { targets: [iccidOf(9)] });
  await sync();
  expect(Object.keys(await fleetOf(actor))).toHaveLength(229);
  expect(await differencesOf(actor)).toMatchObject([{ iccid: iccidOf(9), kind: "removed_here" }]);
});

it("SIMs that were loaded here are compared at the first look, and nothing is overwritten", async () => {
  await makeSims(actor, 2, (index) => (index === 0 ? { status: "inactive", label: "mine" } : {}));
  await sync();
  expect(
    (await differencesOf(actor)).map(({ iccid, field, kind }) => [iccid, field, kind]),
  ).toEqual([
    [iccidOf(0), "label", "changed_both"],
    [iccidOf(0), "status", "changed_both"],
  ]);
});

it("what an account has never had is said, not taken for gone, and stays; what is deactivated need not be there", async () => {
  await sync();
  const fleet = await fleetOf(actor);
  await asActor(
    actor,
    (sql) => sql`
    update store.sims set status = 'deactivated' where iccid = ${iccidOf(20)}`,
  );
  const other = await startAccount(10);
  try {
    const { results } = await syncOrganization(actor, other.provider, {
      ...NEVER,
      kinds: ["list"],
    });
    expect(results.list).toMatchObject({ outcome: "done" });
    const there = Object.keys(await fleetOf(actor)).length - Object.keys(fleet).length;
    const unknown = await differencesOf(actor);
    expect(new Set(unknown.map(({ kind }) => kind))).toEqual(new Set(["never_there"]));
    expect(unknown).toHaveLength(Object.keys(fleet).length - (10 - there) - 1);
    expect(unknown.map(({ iccid }) => iccid)).not.toContain(iccidOf(20));
  } finally {
    await other.emulator.close();
  }
});
