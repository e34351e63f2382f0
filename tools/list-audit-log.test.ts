import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { recordAudits } from "#domain/audit/record-audit.ts";
import { pastTheGuard } from "#domain/audit/testing.ts";
import { callTool } from "./call.ts";
import { listAuditLog } from "./list-audit-log.ts";

const ICCID = "8988280666000000001";
const owner = testActor();
const colleague = { ...owner, name: "key-7" };

/** Seven recorded rows, two at a time and so of one instant, and three of the demo from before. */
beforeAll(async () => {
  for (const [by, actions] of [
    [owner, ["sim.suspend", "sim.activate"]],
    [colleague, ["sim.suspend", "sms.send"]],
    [owner, ["ticket.update", "sim.suspend", "sim.suspend"]],
  ] as const) {
    await asActor(owner, (sql) =>
      recordAudits(
        sql,
        by,
        actions.map((action) => ({
          action,
          resourceType: action.split(".")[0] ?? "",
          resourceId: action === "sim.activate" ? ICCID : "other",
          changes: { status: { to: action } },
        })),
      ),
    );
  }
  await pastTheGuard(owner.organizationId, (sql) =>
    sql.unsafe(
      `insert into store.audit_logs
         (organization_id, actor, channel, action, resource_type, occurred_at, source)
       select $1, 'demo', 'slack', 'sim.test', 'sim', timestamptz '2026-10-01Z' + s * interval '1 day', 'sample'
       from generate_series(0, 2) s`,
      [owner.organizationId],
    ),
  );
});

const list = (input: Record<string, unknown> = {}) => callTool(owner, listAuditLog, input);

describe("the audit log", () => {
  it("shows the newest first, each row once, whatever the size of a page", async () => {
    const whole = (await list()).audit_logs;
    expect(whole.map(({ sequence }) => sequence)).toEqual([7, 6, 5, 4, 3, 2, 1, null, null, null]);
    for (const limit of [1, 2, 3, 9, 10]) {
      const seen = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit, cursor });
        seen.push(...page.audit_logs);
        expect(page.has_more).toBe(page.next_cursor !== null);
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(whole);
    }
  });

  it("shows a row whole", async () => {
    expect((await list({ limit: 1 })).audit_logs[0]).toMatchObject({
      sequence: 7,
      actor: owner.name,
      channel: "web",
      action: "sim.suspend",
      resource_type: "sim",
      resource_id: "other",
      changes: { status: { to: "sim.suspend" } },
      ip_address: null,
      user_agent: null,
      occurred_at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it.each([
    [{ actor: "key-7" }, 2],
    [{ action: "sim.suspend" }, 4],
    [{ action: "sim.suspend", actor: "key-7" }, 1],
    [{ resource_type: "ticket" }, 1],
    [{ resource_id: ICCID }, 1],
    [{ resource_id: `${ICCID}0` }, 1],
    [{ channel: "slack" }, 3],
    [{ from: "2026-10-02", to: "2026-10-02" }, 1],
    [{ from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00+00:00" }, 1],
    [{ to: "2026-10-03" }, 3],
    [{ action: "' or true --" }, 0],
  ])("filters by %j", async (filter, count) => {
    expect((await list(filter)).audit_logs).toHaveLength(count);
  });

  it.each([
    { cursor: "x" },
    { cursor: "eyJhZnRlciI6MX0" },
    { channel: "post" },
    { from: "yesterday" },
    { from: "2026-10-03", to: "2026-10-01" },
    { limit: 201 },
  ])("refuses %j with a sentence", async (input) => {
    await expect(list(input)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is another organisation's own, and for owners only", async () => {
    expect((await callTool(testActor(), listAuditLog, {})).audit_logs).toEqual([]);
    const { organizationId } = owner;
    for (const role of ["viewer", "analyst", "operator"] as const) {
      const member = testActor({ role, organizationId });
      await expect(callTool(member, listAuditLog, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
