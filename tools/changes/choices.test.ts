import { beforeEach, expect, it } from "vitest";
import { Invalid, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { callTool } from "../call.ts";
import { getChange } from "./list-changes.ts";
import { acknowledgeAlerts, setTicketStatus } from "./rows.ts";

let owner: ReturnType<typeof testActor>;

beforeEach(async () => {
  owner = testActor();
  await asActor(owner, async (sql) => {
    await sql`
      insert into store.alerts (severity, message, triggered_at)
      values ('low', 'Quiet', ${new Date()})`;
    await sql`insert into store.support_tickets (subject) values ('Help')`;
  });
});

it("a query of other rows is refused: their numbers mean others", async () => {
  const asked = callTool(owner, acknowledgeAlerts, { query: { from: "support_tickets" } });
  await expect(asked).rejects.toThrow("must be from alerts");
  const fit = await callTool(owner, setTicketStatus, {
    status: "resolved",
    query: {
      from: "support_tickets",
      where: { member: "support_tickets.status", op: "eq", value: "open" },
    },
  });
  expect(fit.preview.title).toBe("Set 1 ticket to resolved");
  expect(fit.preview.meant).toBe("Tickets where status is open");
});

it("an id with a NUL character, or of nothing, is the caller's mistake", async () => {
  await expect(callTool(owner, getChange, { change_id: "\u0000" })).rejects.toBeInstanceOf(Invalid);
  await expect(callTool(owner, getChange, { change_id: "x" })).rejects.toBeInstanceOf(NotFound);
});
