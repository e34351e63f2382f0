import { beforeAll, describe, expect, it } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { fleetOverview } from "#domain/fleet/fleet-overview.ts";
import { createSim } from "#domain/sims/testing.ts";
import { attentionLimits } from "./attention-limits.ts";
import { setAttentionLimits } from "./set-attention-limits.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const owner = testActor();
const iccidOf = (of: number) => `898828066600001000${of}`;

/** Four SIMs that have used 60, 80, 91 and 100 %, and run out yesterday, in 5, 10 and 40 days. */
beforeAll(async () => {
  for (const [of, used, day] of [
    [1, 60, "2026-10-20"],
    [2, 80, "2026-10-26"],
    [3, 91, "2026-10-31"],
    [4, 100, "2026-11-30"],
  ] as const) {
    const iccid = iccidOf(of);
    await createSim(owner, { iccid, status: "active", tags: [] }, NOW);
    await asActor(owner, async (sql) => {
      await sql`
        insert into store.sim_quota (iccid, type, total, used, remaining)
        values (${iccid}, 'data', 100, ${used}, ${100 - used})`;
      await sql`
        insert into store.quota_outlook (iccid, type, exhaustion_date, computed_at)
        values (${iccid}, 'data', ${day}, ${NOW})`;
    });
  }
});

describe("what needs attention", () => {
  it("is what Simon counts by itself, until an owner says else; then the overview goes by it", async () => {
    expect(await fleetOverview(owner, NOW)).toMatchObject({
      attention: {
        running_out_days: 7,
        running_out: 1,
        nearly_used_up_percent: 90,
        nearly_used_up: 2,
      },
    });
    await setAttentionLimits(owner, { running_out_days: 10, nearly_used_up_percent: 79 });
    expect(await fleetOverview(owner, NOW)).toMatchObject({
      data_quota_over_90_percent: 2,
      running_out_in_7_days: 1,
      attention: {
        running_out_days: 10,
        running_out: 2,
        nearly_used_up_percent: 79,
        nearly_used_up: 3,
      },
    });
  });

  it("is said by owners in person, for their organisation only", async () => {
    const operator = testActor({ organizationId: owner.organizationId, role: "operator" });
    const limits = { running_out_days: 1, nearly_used_up_percent: 1 };
    await expect(setAttentionLimits(operator, limits)).rejects.toThrow(Forbidden);
    expect(await attentionLimits(testActor())).toMatchObject({ running_out_days: 7 });
  });
});
