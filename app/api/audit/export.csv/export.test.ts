import { expect, it } from "vitest";
import { newPerson } from "#app/api/chat/testing.ts";
import { asActor } from "#db/guard.ts";
import { recordAudits } from "#domain/audit/record-audit.ts";
import { browserRequest } from "#domain/auth/testing.ts";
import { GET } from "./route.ts";

const exported = (cookie: string, query: string) =>
  GET(browserRequest(`/api/audit/export.csv?${query}`, { cookie }), {
    params: Promise.resolve({}),
  });

it("the whole log that the filters leave is exported, page after page, to owners only, and stands in it", async () => {
  const owner = await newPerson();
  const entries = Array.from({ length: 203 }, (_, index) => ({
    action: index < 202 ? "sim.suspend" : "sim.activate",
    resourceType: "sim",
    resourceId: String(index),
    changes: { note: "=1+1, safe" },
  }));
  await asActor(owner.actor, (sql) => recordAudits(sql, owner.actor, entries));

  const answer = await exported(owner.cookie, "action=sim.suspend");
  expect(answer.headers.get("content-disposition")).toContain("audit-log.csv");
  const [head, ...lines] = (await answer.text()).trim().split(/\r?\n/);
  expect(head).toContain("number,time,actor,channel,action");
  expect(lines).toHaveLength(202);
  expect(new Set(lines).size).toBe(202);
  const [told] = await asActor(
    owner.actor,
    (sql) => sql`select changes from fleet.audit_logs where action = 'audit.export'`,
  );
  expect(told?.changes).toEqual({ chosen: { action: "sim.suspend" } });

  const home = { id: owner.actor.organizationId, name: owner.actor.organizationName };
  const operator = await newPerson("operator", home);
  expect((await exported(operator.cookie, "")).status).toBe(403);
  expect((await exported(owner.cookie, "channel=nowhere")).status).toBe(400);
  const elsewhere = await newPerson();
  expect(await (await exported(elsewhere.cookie, "")).text()).not.toContain("sim.suspend");
});
