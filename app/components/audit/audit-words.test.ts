import { describe, expect, it } from "vitest";
import type { AuditRow } from "#domain/audit/list-audit-log.ts";
import { actionChoice, actionWords } from "./action-words.ts";
import { targetOf } from "./audit-target.ts";
import { changedFields } from "./before-after.ts";

const ROW: AuditRow = {
  id: 1,
  sequence: 1,
  actor: "ann@example.test",
  channel: "web",
  action: "sim.suspend",
  resource_type: "sim",
  resource_id: "8988280666000000001",
  changes: {},
  ip_address: null,
  user_agent: null,
  occurred_at: "2026-10-21T09:00:00.000Z",
};
const sentence = (row: Partial<AuditRow>) => {
  const whole = { ...ROW, ...row };
  return [whole.actor, actionWords(whole.action), targetOf(whole)?.text].filter(Boolean).join(" ");
};

describe("an audit entry", () => {
  it.each<[Partial<AuditRow>, string]>([
    [{}, "ann@example.test suspended SIM 8988280666000000001"],
    [
      { action: "session.sign_in", resource_type: "user", resource_id: "u1" },
      "ann@example.test signed in",
    ],
    [
      {
        action: "member.change_role",
        resource_type: "user",
        resource_id: "u2",
        changes: { email: "bob@example.test", before: "viewer", after: "operator" },
      },
      "ann@example.test changed the role of bob@example.test",
    ],
    [
      {
        action: "change.approve",
        resource_type: "change",
        resource_id: "0198c0de-aaaa-7bbb-8ccc-123456789abc",
      },
      "ann@example.test approved change 0198c0de",
    ],
    [
      { action: "audit.export", resource_type: "organization", resource_id: "o1" },
      "ann@example.test exported the audit log of the organisation",
    ],
    [
      { action: "sim.freeze_all", resource_type: "sim" },
      "ann@example.test did “freeze all” to SIM 8988280666000000001",
    ],
  ])("reads as a sentence: %j", (row, words) => {
    expect(sentence(row)).toBe(words);
  });

  it("says what was before and after, however it was kept", () => {
    const same = {
      before: { status: "active", label: "a" },
      after: { status: "suspended", label: "a" },
    };
    expect(changedFields({ change: "c1", result: "done", ...same })).toEqual([
      { field: "Status", from: "active", to: "suspended" },
    ]);
    expect(changedFields({ label: { from: "old", to: null } })).toEqual([
      { field: "Device name", from: "old", to: "none" },
    ]);
    expect(changedFields({ email: "b@example.test", before: "viewer", after: "owner" })).toEqual([
      { field: "Value", from: "viewer", to: "owner" },
    ]);
    expect(changedFields({ type: "data", bytes: 100 * 1024 ** 2 })).toEqual([
      { field: "Type", from: null, to: "data" },
      { field: "Data", from: null, to: "100 MB" },
    ]);
    expect(changedFields({ before: null, after: { nextRun: ["a", "b"], enabled: false } })).toEqual(
      [
        { field: "Next run", from: null, to: "a, b" },
        { field: "Switched on", from: null, to: "no" },
      ],
    );
    expect([null, "text", {}, []].flatMap(changedFields)).toEqual([]);
  });

  it("is chosen by what it is about", () => {
    expect(actionChoice("api_key.change_limits")).toBe("API key: change limits");
    expect(actionChoice("rate_plan.change")).toBe("Rate plan: change");
  });
});
