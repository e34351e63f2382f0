import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Provider } from "#connectors/provider.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { carriedOut, iccidOf, work } from "#domain/changes/testing.ts";
import { proposeUndo } from "#domain/changes/undo.ts";
import { syncSims } from "../sims/sync-sims.ts";
import { fleetOf, NEVER, startAccount } from "../testing.ts";
import { listDrift } from "./list-drift.ts";
import { resolveConflict } from "./resolve-conflict.ts";

let actor: ReturnType<typeof testActor>;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(5));
  await sync();
  emulator.change(iccidOf(0), { label: "theirs" });
  await changeHere(0, { label: "ours" });
  await changeHere(1, { status: "suspended" });
  emulator.remove(iccidOf(2));
  await carriedOut(actor, "delete_sim", {}, { targets: [iccidOf(3)] });
  await sync();
});
afterEach(() => emulator.close());

const sync = () => syncSims(actor, provider, { ...NEVER, retryMs: 1 });
const changeHere = (index: number, values: { label?: string; status?: string }) =>
  asActor(
    actor,
    (sql) => sql`update store.sims set ${sql(values)} where iccid = ${iccidOf(index)}`,
  );
const listed = async () => (await listDrift(actor, { limit: 50 })).differences;
const found = async (index: number) => {
  const difference = (await listed()).find(({ iccid }) => iccid === iccidOf(index));
  if (!difference) throw new Error(`no difference of SIM ${index}`);
  return difference;
};
const resolve = async (index: number, side: "ours" | "theirs") =>
  resolveConflict(actor, (await found(index)).id, side);
const sim = async (index: number) => (await fleetOf(actor))[iccidOf(index)];

async function carryOut(id: string): Promise<void> {
  await decide(actor, id, { decision: "approve", typedCount: 1 });
  await work(actor, id, { provider });
}

it("lists what differs, with both sides, the newest first and in pages", async () => {
  const differences = await listed();
  expect(
    differences
      .map(({ iccid, field, kind, ours, theirs }) => [iccid, field, kind, ours, theirs])
      .sort(),
  ).toEqual([
    [iccidOf(0), "label", "changed_both", "ours", "theirs"],
    [iccidOf(1), "status", "changed_here", "suspended", "active"],
    [iccidOf(2), "presence", "gone_there", "active", null],
    [iccidOf(3), "presence", "removed_here", null, "active"],
  ]);
  const first = await listDrift(actor, { limit: 3 });
  const rest = await listDrift(actor, { limit: 3, cursor: first.next_cursor ?? "" });
  expect([...first.differences, ...rest.differences]).toEqual(differences);
  expect([first.has_more, rest.has_more]).toEqual([true, false]);
});

it("leaves out what agrees by now, before the next pass", async () => {
  await changeHere(0, { label: "theirs" });
  await changeHere(1, { status: "active" });
  expect((await listed()).map(({ iccid }) => iccid).sort()).toEqual([iccidOf(2), iccidOf(3)]);
});

it("takes over theirs at once, and writes who decided so", async () => {
  await resolve(0, "theirs");
  await resolve(1, "theirs");
  await resolve(2, "theirs");
  await resolve(3, "theirs");
  expect(await sim(0)).toMatchObject({ label: "theirs" });
  expect(await sim(1)).toMatchObject({ status: "active" });
  expect(await sim(2)).toMatchObject({ status: "deactivated" });
  expect(await sim(3)).toMatchObject({ label: "device-3", status: "active" });
  expect(await listed()).toEqual([]);
  await sync();
  expect(await listed()).toEqual([]);
  const rows = await asActor(
    actor,
    (sql) => sql`
      select actor, resource_id, changes from fleet.audit_logs where action = 'sim.sync' order by id`,
  );
  expect(rows[0]).toEqual({
    actor: actor.name,
    resource_id: iccidOf(0),
    changes: { difference: "changed_both", before: { label: "ours" }, after: { label: "theirs" } },
  });
  expect(rows).toHaveLength(4);
});

it("sends ours to the provider as a change that a person approves", async () => {
  const { proposal } = await resolve(0, "ours");
  expect(proposal?.preview).toMatchObject({
    title: "Send the device name of 1 SIM to the provider",
    from_to: [{ field: "Device name", from: "theirs", to: "ours" }],
  });
  expect(await found(0)).toMatchObject({ change_id: proposal?.approval.id });
  expect(emulator.sim(iccidOf(0)).label).toBe("theirs");
  await carryOut(proposal?.approval.id ?? "");
  expect(emulator.sim(iccidOf(0)).label).toBe("ours");
  expect(await sim(0)).toMatchObject({ label: "ours" });
  const other = await resolve(1, "ours");
  await carryOut(other.proposal?.approval.id ?? "");
  expect(emulator.sim(iccidOf(1)).status).toBe("Disabled");
  expect(await sim(1)).toMatchObject({ status: "suspended" });
  await sync();
  expect((await listed()).map(({ field }) => field)).toEqual(["presence", "presence"]);
});

it("what was sent can be taken back, and differs again then", async () => {
  const { proposal } = await resolve(0, "ours");
  const id = proposal?.approval.id ?? "";
  await carryOut(id);
  const undo = await proposeUndo(actor, id, {});
  await carryOut(undo.approval.id);
  expect((await getChange(actor, undo.approval.id)).progress).toEqual({ done: 1 });
  expect(emulator.sim(iccidOf(0)).label).toBe("theirs");
  await sync();
  expect(await found(0)).toMatchObject({ kind: "changed_here", ours: "ours", theirs: "theirs" });
});

it("a proposal that is rejected leaves the difference as it was", async () => {
  const { proposal } = await resolve(0, "ours");
  await decide(actor, proposal?.approval.id ?? "", { decision: "reject" });
  expect(await found(0)).toMatchObject({ kind: "changed_both", change_id: null });
});

it("says so where a side cannot be had, and when it is settled already", async () => {
  await expect(resolve(2, "ours")).rejects.toThrow("does not have this SIM any more");
  await expect(resolve(3, "ours")).rejects.toThrow("cannot be removed at the provider");
  const { id } = await found(0);
  await resolveConflict(actor, id, "theirs");
  await expect(resolveConflict(actor, id, "theirs")).rejects.toMatchObject({ code: "not_found" });
});

it.each([
  [
    "a viewer",
    () => testActor({ role: "viewer", organizationId: actor.organizationId }),
    "forbidden",
  ],
  ["a key", () => ({ ...actor, kind: "apiKey", channel: "api", keyId: "k" }) as const, "forbidden"],
  ["an owner of another organisation", () => testActor(), "not_found"],
] as const)("is not for %s", async (_, who, code) => {
  const { id } = await found(0);
  await expect(resolveConflict(who(), id, "theirs")).rejects.toMatchObject({ code });
  expect(await sim(0)).toMatchObject({ label: "ours" });
});
