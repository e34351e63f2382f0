import { beforeAll, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { MB, makeAnalysed, weeklyDays } from "#domain/analysis/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { iccidOf, work } from "#domain/changes/testing.ts";
import { proposeUndo } from "#domain/changes/undo.ts";
import { removeExpired } from "#domain/jobs/remove-expired.ts";
import { callTool } from "../call.ts";
import type { ToolInput } from "../define.ts";
import { tools } from "../registry.ts";

const owner = testActor();
const system = systemActor({ id: owner.organizationId, name: owner.organizationName });
const iccid = iccidOf(0);

/** Two days of 300 MB, eight weeks apart. */
const days = weeklyDays(120).map((bytes, i) => (i === 107 || i === 51 ? 300 * MB : bytes));

beforeAll(() => makeAnalysed(owner, { iccid, label: "pump", days }));

const propose = (input: ToolInput<typeof tools.review_anomalies>, actor = owner) =>
  callTool(actor, tools.review_anomalies, input);
const detected = async () => (await callTool(owner, tools.detect_anomalies, { iccid })).anomalies;

async function reviewed(input: ToolInput<typeof tools.review_anomalies>): Promise<string> {
  const { approval } = await propose(input);
  await decide(owner, approval.id, { decision: "approve" });
  await work(owner, approval.id);
  return approval.id;
}

async function undo(changeId: string): Promise<void> {
  const { approval } = await proposeUndo(owner, changeId, {});
  await decide(owner, approval.id, { decision: "approve" });
  await work(owner, approval.id);
}

const actions = async () =>
  (await callTool(owner, tools.list_audit_log, { resource_type: "anomaly" })).audit_logs.map(
    ({ action }) => action,
  );

it("what was found just now is dismissed by what it is; its like stays quiet, until that is undone", async () => {
  const [spike, like] = await detected();
  expect([spike?.day, like?.day]).toEqual(["2026-10-08", "2026-08-13"]);
  const { preview } = await propose({ ids: [spike?.ref ?? ""], review: "dismiss" });
  expect(preview).toMatchObject({ title: "Dismiss 1 anomaly", reversible: true });
  expect(preview.from_to).toContainEqual({ field: "Status", from: "open", to: "dismissed" });
  const id = await reviewed({ ids: [spike?.ref ?? ""], review: "dismiss" });
  expect(await detected()).toMatchObject([{ day: "2026-10-08", status: "dismissed" }]);
  expect(await actions()).toEqual(["anomaly.dismiss"]);
  await undo(id);
  expect(await detected()).toMatchObject([{ status: "open" }, { day: "2026-08-13", id: null }]);
});

it("those that are kept are chosen by number or by a query, confirmed, assigned and snoozed", async () => {
  const [spike] = await detected();
  const id = spike?.id ?? 0;
  const query = { from: "anomalies", where: { member: "anomalies.iccid", op: "eq", value: iccid } };
  await reviewed({ query, review: "confirm" } as ToolInput<typeof tools.review_anomalies>);
  await reviewed({ ids: [id], review: "assign", assigned_to: "Ann" });
  expect((await detected())[0]).toMatchObject({ id, status: "confirmed", assigned_to: "Ann" });
  await expect(propose({ ids: [id], review: "confirm" })).rejects.toThrow(/already confirmed/);
  await reviewed({ ids: [String(id)], review: "snooze", until: "2026-10-28" });
  expect((await detected())[0]).toMatchObject({ id, status: "snoozed" });
  await removeExpired(system);
  expect((await detected())[0]).toMatchObject({ status: "snoozed" });
  await asActor(owner, (sql) => sql`update store.anomalies set snoozed_until = '2026-10-21'`);
  await removeExpired(system);
  expect((await detected())[0]).toMatchObject({ status: "open", assigned_to: "Ann" });
});

it("refuses what makes no sense, what is not there, and who may only look", async () => {
  const [spike] = await detected();
  const ids = [spike?.ref ?? ""];
  await expect(propose({ ids, review: "assign" })).rejects.toThrow(/say to whom/);
  await expect(propose({ ids, review: "confirm", assigned_to: "Ann" })).rejects.toThrow(/assign/);
  await expect(propose({ ids, review: "snooze", until: "2026-10-21" })).rejects.toThrow(/to come/);
  const gone = `${iccid} silence 2026-10-08`;
  await expect(propose({ ids: [gone], review: "dismiss" })).rejects.toThrow(/no such anomaly/);
  await expect(propose({ ids: ["spike"], review: "dismiss" })).rejects.toThrow();
  const other = testActor();
  await expect(propose({ ids: [spike?.id ?? 0], review: "dismiss" }, other)).rejects.toThrow();
  const viewer = testActor({ role: "viewer", organizationId: owner.organizationId });
  await expect(propose({ ids, review: "dismiss" }, viewer)).rejects.toMatchObject({
    code: "forbidden",
  });
});
