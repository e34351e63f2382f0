import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind } from "#connectors/once/emulator/faults.ts";
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
import { fleetOf, NEVER, seedOf, startAccount } from "../testing.ts";
import { syncSims } from "./sync-sims.ts";

let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(230));
});
afterEach(() => emulator.close());

const sync = (options = {}) => syncSims(actor, provider, { ...NEVER, retryMs: 1, ...options });
const differences = () =>
  asActor(
    actor,
    (sql) => sql<{ iccid: string; field: string; kind: string; ours: string; theirs: string }[]>`
      select iccid, field, kind, ours, theirs from store.sync_differences order by iccid, field`,
  ).then((rows) => rows.map((row) => ({ ...row })));
const changeHere = (index: number, values: { label?: string; status?: string }) =>
  asActor(
    actor,
    (sql) => sql`update store.sims set ${sql(values)} where iccid = ${iccidOf(index)}`,
  );

async function expectMirror(): Promise<void> {
  const theirs = Object.fromEntries(
    emulator.sims().map(({ iccid, label, status, imsi, msisdn, ip_address }) => [
      iccid,
      {
        label,
        status: status === "Enabled" ? "active" : "inactive",
        imsi,
        msisdn: `+${msisdn}`,
        ip_address,
      },
    ]),
  );
  const ours = await fleetOf(actor);
  expect(Object.keys(ours)).toHaveLength(Object.keys(theirs).length);
  expect(ours).toMatchObject(theirs);
}

it("takes over a whole account with as many calls as it has pages", async () => {
  emulator.change(iccidOf(3), { status: "Disabled" });
  const result = await sync();
  expect(result).toMatchObject({
    outcome: "done",
    calls: 3,
    callsNeeded: 3,
    counts: { added: 230 },
  });
  await expectMirror();
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
  expect(await differences()).toEqual(open);
  await sync();
  expect(await differences()).toEqual(open);
  emulator.change(iccidOf(4), { label: "ours too" });
  await changeHere(2, { status: "active" });
  await sync();
  expect(await differences()).toEqual(open.slice(0, 1));
});

it("takes a suspended SIM that is off at the provider for what it is", async () => {
  await sync();
  await changeHere(5, { status: "suspended" });
  emulator.change(iccidOf(5), { status: "Disabled" });
  await sync();
  expect(await differences()).toEqual([]);
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
  expect(await differences()).toEqual([]);
  await carriedOut(actor, "update_sim", { label: "again" }, { targets: [iccidOf(0)] }, provider);
  emulator.change(iccidOf(0), { label: "renamed" });
  await sync();
  expect(await differences()).toEqual([]);
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

it("goes on at the page where it was broken off, and does no page twice", async () => {
  const broken = await sync({ maxCalls: 1 });
  expect(broken).toMatchObject({ outcome: "partial", calls: 1 });
  emulator.addFault({ kind: "error_500_before", path: "/v2/sims" });
  await expect(sync()).rejects.toMatchObject({ code: "upstream" });
  emulator.clearFaults();
  emulator.clearCalls();
  expect(await sync()).toMatchObject({ outcome: "done", counts: { added: 230 } });
  expect(emulator.calls().operations["GET /v2/sims"]?.calls).toBe(2);
  await expectMirror();
});

it("begins anew where a page cannot be read at all: the list may end before it now", async () => {
  await sync({ maxCalls: 2 });
  for (const index of range(10, 130)) emulator.remove(iccidOf(index));
  emulator.addFault({ kind: "error_500_before", path: "/v2/sims" });
  for (let runs = 0; runs < 3; runs++) await expect(sync()).rejects.toThrow();
  emulator.clearFaults();
  expect(await sync()).toMatchObject({ outcome: "done", calls: 2 });
});

it("goes on where a process died in mid-run, once its lease is over, and nobody else before", async () => {
  await sync({ maxCalls: 1 });
  const leave = (until: string) =>
    asActor(
      actor,
      (sql) => sql`
        update store.sync_runs set state = 'running', finished_at = null, lease_until = ${until}`,
    );
  await leave("2100-01-01T00:00:00Z");
  expect(await sync()).toMatchObject({ outcome: "busy", calls: 0 });
  await leave("2026-01-01T00:00:00Z");
  expect(await sync()).toMatchObject({ outcome: "done", calls: 2 });
  await expectMirror();
  const [dead] = await asActor(
    actor,
    (sql) => sql`select state, error from store.sync_runs order by id limit 1`,
  );
  expect(dead).toMatchObject({ state: "failed", error: expect.stringContaining("interrupted") });
});

it("two at the same time: one does it, the other does nothing", async () => {
  const outcomes = (await Promise.all([sync(), sync()])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(["busy", "done"]);
  await expectMirror();
});

it.each<[string, number, () => void]>([
  ["SIMs are added", 233, () => emulator.seed([230, 231, 232].map((index) => seedOf(index)))],
  [
    "SIMs are taken away in front",
    227,
    () => [0, 1, 2].map((index) => emulator.remove(iccidOf(index))),
  ],
  [
    "more than a page goes in front",
    110,
    () => range(0, 120).map((index) => emulator.remove(iccidOf(index))),
  ],
  [
    "as many are added as go",
    230,
    () => {
      for (const index of range(0, 5)) emulator.remove(iccidOf(index));
      emulator.seed(range(300, 305).map((index) => seedOf(index)));
    },
  ],
])("%s in the middle of a pass that was broken off: none is lost", async (_, count, meanwhile) => {
  await sync();
  await sync({ maxCalls: 1 });
  meanwhile();
  await sync();
  const there = emulator.sims().map(({ iccid }) => iccid);
  expect(there).toHaveLength(count);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(there));
  const gone = (await differences()).map(({ iccid }) => iccid);
  expect(gone.some((iccid) => there.includes(iccid))).toBe(false);
});

it("SIMs go while the pages are read: what is behind them is not lost", async () => {
  let pages = 0;
  const { reads } = provider;
  if (!reads) throw new Error("no reads");
  provider = {
    ...provider,
    reads: {
      ...reads,
      listSims: async function* (options) {
        for await (const page of reads.listSims(options)) {
          yield page;
          pages++;
          if (pages === 1) for (const index of range(0, 30)) emulator.remove(iccidOf(index));
          if (pages === 2) emulator.seed(range(400, 430).map((index) => seedOf(index)));
        }
      },
    },
  };
  await sync();
  const stayed = range(30, 230).map(iccidOf);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(stayed));
  await sync();
  const there = emulator.sims().map(({ iccid }) => iccid);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(there));
  const gone = (await differences()).map(({ iccid, kind }) => [iccid, kind]);
  expect(gone).toEqual(range(0, 30).map((index) => [iccidOf(index), "gone_there"]));
});

it("a SIM that is gone there stays here and is said to be gone; when it comes back, it is as before", async () => {
  await sync();
  emulator.remove(iccidOf(9));
  const result = await sync();
  expect(result).toMatchObject({ outcome: "done", calls: 4, counts: { gone: 1 } });
  expect(await differences()).toEqual([
    { iccid: iccidOf(9), field: "presence", kind: "gone_there", ours: "active", theirs: null },
  ]);
  expect(Object.keys(await fleetOf(actor))).toHaveLength(230);
  expect(await sync()).toMatchObject({ calls: 3 });
  expect(await differences()).toHaveLength(1);
});

it("a SIM that was removed here does not come back by itself", async () => {
  await sync();
  await carriedOut(actor, "delete_sim", {}, { targets: [iccidOf(9)] });
  await sync();
  expect(Object.keys(await fleetOf(actor))).toHaveLength(229);
  expect(await differences()).toMatchObject([{ iccid: iccidOf(9), kind: "removed_here" }]);
});

it("SIMs that were loaded here are compared at the first look, and nothing is overwritten", async () => {
  await makeSims(actor, 2, (index) => (index === 0 ? { status: "inactive", label: "mine" } : {}));
  await sync();
  expect((await differences()).map(({ iccid, field, kind }) => [iccid, field, kind])).toEqual([
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
    expect(await syncSims(actor, other.provider, NEVER)).toMatchObject({ outcome: "done" });
    const there = Object.keys(await fleetOf(actor)).length - Object.keys(fleet).length;
    const unknown = await differences();
    expect(new Set(unknown.map(({ kind }) => kind))).toEqual(new Set(["never_there"]));
    expect(unknown).toHaveLength(Object.keys(fleet).length - (10 - there) - 1);
    expect(unknown.map(({ iccid }) => iccid)).not.toContain(iccidOf(20));
  } finally {
    await other.emulator.close();
  }
});

it.each<FaultKind>([
  "error_500_before",
  "unavailable_503",
  "rate_limited_429",
  "reset_before",
  "half_body",
  "html_page",
  "empty_200",
  "token_expired",
])("%s in half of the answers: in the end the mirror is the provider", async (kind) => {
  emulator.addFault({ kind, path: "/v2/sims", probability: 0.5 });
  for (let runs = 0; runs < 40; runs++) {
    const result = await sync().catch(() => null);
    if (result?.outcome === "done") break;
  }
  await expectMirror();
  expect(await differences()).toEqual([]);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
