import { expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { ask, iccidOf, makeSims } from "./testing.ts";

it("a change is not started when the SIMs that made it cheap are no longer in it", async () => {
  const owner = testActor();
  await asActor(owner, async (sql) => {
    await sql`insert into store.rate_plans (name, monthly_price, currency)
      values ('Small', 1, 'EUR'), ('Middle', 2, 'EUR'), ('Large', 9, 'EUR')`;
  });
  const targets = await makeSims(owner, 2, (n) => ({ rate_plan: n === 0 ? "Large" : "Small" }));
  const { approval, preview } = await ask(
    owner,
    "change_rate_plan",
    { rate_plan: "Middle" },
    { targets },
  );
  expect(preview.costs[0]?.total).toEqual({ amount: -6, currency: "EUR" });
  await asActor(
    owner,
    (sql) => sql`update store.sims set rate_plan = 'Middle' where iccid = ${iccidOf(0)}`,
  );
  await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow(
    "The price has risen since the preview",
  );
  expect((await getChange(owner, approval.id)).state).toBe("expired");
});

it("a SIM that is protected since the preview is left out; one that was, and was named, is not", async () => {
  const owner = testActor();
  const targets = await makeSims(owner, 3, (n) => ({ tags: n === 0 ? ["critical"] : [] }));
  const { approval } = await ask(owner, "set_sim_status", { status: "suspended" }, { targets });
  await asActor(
    owner,
    (sql) => sql`update store.sims set tags = '{critical}' where iccid = ${iccidOf(1)}`,
  );
  await decide(owner, approval.id, { decision: "approve" });
  expect((await getChange(owner, approval.id)).changed_since).toEqual([
    {
      target: iccidOf(1),
      reason: "Changed since the preview: now protected: tagged critical.",
    },
  ]);
});
