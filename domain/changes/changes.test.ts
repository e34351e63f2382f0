import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Conflict, Forbidden, Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { control } from "./control.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { proposeRetry } from "./retry.ts";
import { setChangeRules } from "./rules.ts";
import { ask, carriedOut, iccidOf, makeSims, providerLog, statusesOf, work } from "./testing.ts";
import { proposeUndo } from "./undo.ts";

const RULES = {
  type_count_over: 25,
  two_people_over: 1_000,
  two_people_over_amount: null,
  expires_after_minutes: 60,
  protected_tags: ["critical"],
  protected_iccids: [],
};

let owner: ReturnType<typeof testActor>;
let iccids: string[];

beforeEach(async () => {
  owner = testActor();
  iccids = await makeSims(owner, 12, (index) => ({
    status: index === 0 ? "suspended" : "active",
    customer: index < 6 ? "CityBikes" : "Aqua",
    tags: index === 1 ? ["critical"] : [],
  }));
});

const suspendAll = (isNamed = true) =>
  ask(owner, "set_sim_status", { status: "suspended" }, { targets: iccids, isNamed });

async function auditOf(actor: Actor) {
  const rows = await asActor(
    actor,
    (sql) => sql`select actor, action, resource_id, changes from fleet.audit_logs order by id`,
  );
  return rows.map((row) => ({ ...row }));
}

describe("a proposal", () => {
  it("says what would change and who is left out, and changes nothing", async () => {
    const { preview } = await suspendAll(false);
    expect(preview).toMatchObject({
      title: "Suspend 10 SIMs",
      target_count: 10,
      from_to: [{ field: "Status", from: "active", to: "suspended" }],
      reversible: true,
      costs: [],
    });
    expect(preview.skipped).toEqual([
      { reason: "already suspended", count: 1, targets: [iccidOf(0)] },
      { reason: "protected: tagged critical", count: 1, targets: [iccidOf(1)] },
    ]);
    expect(preview.first_targets).toHaveLength(5);
    expect(await statusesOf(owner)).toEqual({ active: 11, suspended: 1 });
  });

  it("takes a protected SIM in when it is named", async () => {
    const { preview } = await suspendAll(true);
    expect(preview.target_count).toBe(11);
  });

  it("shows no name that turns the direction of writing, and with it our figures", async () => {
    const input = { label: "\u202e21 pump\u2066", customer: "\u202eAqua" };
    const { preview } = await ask(owner, "update_sim", input, { targets: iccids.slice(0, 1) });
    const { title, from_to } = preview;
    expect(JSON.stringify([title, from_to])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(from_to.map(({ to }) => to)).toEqual(["\ufffd21 pump\ufffd", "\ufffdAqua"]);
    const renamed = await ask(owner, "update_sim", { label: "\u202e2" }, { targets: [iccidOf(3)] });
    expect(renamed.preview.title).toBe("Rename 1 SIM to “\ufffd2”");
  });

  it("is refused when there is nothing to change, with the reasons", async () => {
    const asked = ask(
      owner,
      "set_sim_status",
      { status: "active" },
      { targets: iccids.slice(2, 5) },
    );
    await expect(asked).rejects.toThrow("There is nothing to change: 3 already active.");
  });

  it("leaves out another organisation's SIM as one that is not there", async () => {
    const stranger = testActor();
    const asked = ask(stranger, "set_sim_status", { status: "suspended" }, { targets: iccids });
    await expect(asked).rejects.toThrow("12 not in this fleet");
  });

  it("warns of another one of the same sort that waits for some of the same rows", async () => {
    const status = { status: "suspended" };
    const first = await ask(owner, "set_sim_status", status, { targets: iccids.slice(2, 5) });
    expect(first.preview.warnings).toBeUndefined();
    await ask(owner, "update_sim", { customer: "X" }, { targets: iccids.slice(2, 5) });
    const second = await ask(owner, "set_sim_status", status, { targets: iccids.slice(4, 8) });
    expect(second.preview.warnings).toEqual([
      expect.stringMatching(
        /“Suspend 3 SIMs”, .* waited for a decision already: 1 SIM is in both\.$/,
      ),
    ]);
    for (const { approval } of [first, second]) {
      await decide(owner, approval.id, { decision: "reject" });
    }
    const third = await ask(owner, "set_sim_status", status, { targets: iccids.slice(4, 8) });
    expect(third.preview.warnings).toBeUndefined();
  });

  it("is made once for an idempotency key, also when asked for at the same moment", async () => {
    const once = () =>
      ask(
        owner,
        "set_sim_status",
        { status: "suspended" },
        { targets: iccids, idempotencyKey: "k" },
      );
    const answers = await Promise.all([once(), once(), once()]);
    expect(new Set(answers.map(({ approval }) => approval.id)).size).toBe(1);
    expect(answers[1]).toEqual(answers[0]);
    const other = ask(
      owner,
      "set_sim_status",
      { status: "inactive" },
      { targets: iccids, idempotencyKey: "k" },
    );
    await expect(other).rejects.toBeInstanceOf(Conflict);
  });
});

describe("a decision", () => {
  it("carries out what was approved, once, with an audit row for each SIM", async () => {
    const { approval } = await suspendAll();
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    expect(await statusesOf(owner)).toEqual({ suspended: 12 });
    const change = await getChange(owner, approval.id);
    expect(change).toMatchObject({ state: "done", progress: { done: 11, skipped: 1 } });
    expect(await providerLog(owner)).toHaveLength(11);
    const audit = await auditOf(owner);
    expect(audit.filter(({ action }) => action === "sim.suspend")).toHaveLength(11);
    expect(
      audit.filter(({ action }) => action.startsWith("change.")).map((row) => row.action),
    ).toEqual(["change.propose", "change.approve", "change.done"]);
    await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow(
      `approved already by ${owner.name}`,
    );
    await work(owner, approval.id);
    expect(await providerLog(owner)).toHaveLength(11);
  });

  it("of two people at the same moment, and of one person in two tabs, counts once", async () => {
    const { approval } = await suspendAll();
    const colleague = testActor({ role: "operator", organizationId: owner.organizationId });
    const outcomes = await Promise.allSettled(
      [owner, colleague, owner].map((one) => decide(one, approval.id, { decision: "approve" })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await Promise.all([work(owner, approval.id), work(owner, approval.id)]);
    expect(await providerLog(owner)).toHaveLength(11);
  });

  it("of a rejection leaves everything as it was, for good", async () => {
    const { approval } = await suspendAll();
    await decide(owner, approval.id, { decision: "reject" });
    await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow(
      "rejected already",
    );
    await work(owner, approval.id);
    expect(await statusesOf(owner)).toEqual({ active: 11, suspended: 1 });
  });

  it("is refused to a viewer, an analyst, a key, a client and another organisation, and is kept in the audit log", async () => {
    const { approval } = await suspendAll();
    const { organizationId } = owner;
    const people = (["viewer", "analyst"] as const).map((role) =>
      testActor({ role, organizationId }),
    );
    const key: Actor = { ...owner, kind: "apiKey", channel: "api", keyId: "k" };
    const client: Actor = { ...owner, kind: "mcp", channel: "mcp", clientId: "c" };
    for (const actor of [...people, key, client]) {
      const asked = decide(actor, approval.id, { decision: "approve" });
      await expect(asked).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(decide(testActor(), approval.id, { decision: "approve" })).rejects.toThrow(
      "no change",
    );
    expect(await statusesOf(owner)).toEqual({ active: 11, suspended: 1 });
    const denied = (await auditOf(owner)).filter(({ action }) => action === "change.denied");
    expect(denied).toHaveLength(4);
  });

  it("asks for the count above the limit", async () => {
    await setChangeRules(owner, { ...RULES, type_count_over: 5 });
    const { approval } = await suspendAll();
    const wrong = decide(owner, approval.id, { decision: "approve", typedCount: 12 });
    await expect(wrong).rejects.toBeInstanceOf(Invalid);
    await decide(owner, approval.id, { decision: "approve", typedCount: 11 });
    await work(owner, approval.id);
    expect(await statusesOf(owner)).toEqual({ suspended: 12 });
  });

  it("comes too late after the expiry", async () => {
    const { approval } = await suspendAll();
    await asActor(
      owner,
      (sql) => sql`update store.change_sets set expires_at = now() - interval '1 second'`,
    );
    await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow("expired");
    expect((await getChange(owner, approval.id)).state).toBe("expired");
    await work(owner, approval.id);
    expect(await statusesOf(owner)).toEqual({ active: 11, suspended: 1 });
  });

  it("leaves out and shows what is no longer as previewed, and takes nothing in", async () => {
    const { approval } = await ask(
      owner,
      "set_sim_status",
      { status: "suspended" },
      { targets: iccids.slice(2, 6) },
    );
    await asActor(owner, async (sql) => {
      await sql`update store.sims set status = 'inactive' where iccid = ${iccidOf(2)}`;
      await sql`delete from store.sims where iccid = ${iccidOf(3)}`;
    });
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    const { progress, changed_since } = await getChange(owner, approval.id);
    expect(progress).toEqual({ done: 2, skipped: 2 });
    expect(changed_since).toEqual([
      {
        target: iccidOf(2),
        reason: "Changed since the preview: status was active and is inactive now.",
      },
      { target: iccidOf(3), reason: "Changed since the preview: it is no longer there." },
    ]);
    expect(await statusesOf(owner)).toEqual({ active: 7, inactive: 1, suspended: 3 });
  });
});

describe("an undo", () => {
  it("puts every SIM back as it was, but those that were changed since", async () => {
    const id = await carriedOut(
      owner,
      "set_sim_status",
      { status: "suspended" },
      { targets: iccids },
    );
    await asActor(
      owner,
      (sql) => sql`update store.sims set status = 'deactivated' where iccid = ${iccidOf(4)}`,
    );
    const { approval, preview } = await proposeUndo(owner, undefined, {});
    expect(preview.title).toBe("Undo “Suspend 11 SIMs” for 10 SIMs");
    expect(preview.reversible).toBe(false);
    expect(preview.from_to).toEqual([{ field: "Status", from: "suspended", to: "active" }]);
    await expect(proposeUndo(owner, id, {})).rejects.toThrow("waits for a decision");
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    expect(await statusesOf(owner)).toEqual({ active: 10, suspended: 1, deactivated: 1 });
    const undone = await getChange(owner, id);
    expect(undone.progress).toEqual({ undone: 10, done: 1, skipped: 1 });
    expect(undone.undo).toMatchObject({ by: approval.id });
  });

  it("is refused for what cannot be taken back, and for what was not carried out", async () => {
    const sent = await carriedOut(
      owner,
      "send_sms",
      { body: "REBOOT" },
      { targets: iccids.slice(2, 4) },
    );
    await expect(proposeUndo(owner, sent, {})).rejects.toThrow("cannot be taken back");
    const { approval } = await suspendAll();
    await expect(proposeUndo(owner, approval.id, {})).rejects.toThrow("not, or not yet");
  });
});

describe("a running change", () => {
  it("can be paused, resumed and cancelled", async () => {
    const { approval } = await suspendAll();
    await decide(owner, approval.id, { decision: "approve" });
    await control(owner, approval.id, "pause");
    await work(owner, approval.id);
    expect((await getChange(owner, approval.id)).state).toBe("paused");
    expect(await statusesOf(owner)).toEqual({ active: 11, suspended: 1 });
    await control(owner, approval.id, "resume");
    await control(owner, approval.id, "cancel");
    await work(owner, approval.id);
    const cancelled = await getChange(owner, approval.id);
    expect(cancelled).toMatchObject({
      state: "cancelled",
      progress: { cancelled: 11, skipped: 1 },
    });
    await expect(control(owner, approval.id, "resume")).rejects.toThrow("cannot be resumed");
    expect(await providerLog(owner)).toEqual([]);
  });
});

describe("whoever may not change the fleet", () => {
  it("can neither ask for a change, its undo or its retry, nor set the rules, and the audit log keeps each attempt", async () => {
    const { approval } = await suspendAll();
    const { organizationId } = owner;
    const viewer = testActor({ role: "viewer", organizationId });
    const operator = testActor({ role: "operator", organizationId });
    const key: Actor = { ...owner, kind: "apiKey", channel: "api", keyId: "k" };
    const attempts = [
      ask(viewer, "set_sim_status", { status: "suspended" }, { targets: iccids }),
      proposeUndo(viewer, approval.id, {}),
      proposeRetry(viewer, approval.id),
      control(viewer, approval.id, "cancel"),
      setChangeRules(operator, RULES),
      setChangeRules(key, RULES),
    ];
    for (const attempt of await Promise.allSettled(attempts)) {
      expect(attempt).toMatchObject({ status: "rejected", reason: expect.any(Forbidden) });
    }
    const denied = (await auditOf(owner)).filter(({ action }) => action.endsWith(".denied"));
    expect(denied).toHaveLength(attempts.length);
  });
});
