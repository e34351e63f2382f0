import { beforeEach, describe, expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { ask, makeSims } from "./testing.ts";

const SIMS = 120;

let owner: ReturnType<typeof testActor>;
let targets: string[];

beforeEach(async () => {
  owner = testActor();
  targets = await makeSims(owner, SIMS);
});

async function estimate(tool = "set_sim_status", count = SIMS, callsPerSecond = 200) {
  const provider = { ...localProvider(owner), callsPerSecond };
  const input = tool === "set_sim_status" ? { status: "suspended" } : { add_tags: ["pilot"] };
  const { preview } = await ask(owner, tool, input, { targets: targets.slice(0, count), provider });
  return preview.estimated_seconds;
}

/** A change of the status of `count` SIMs, of which one ended every `secondsEach`. */
async function carriedOut(count: number, secondsEach: number) {
  const asked = { targets: targets.slice(0, count) };
  const { approval } = await ask(owner, "set_sim_status", { status: "suspended" }, asked);
  await asActor(owner, async (sql) => {
    await sql`update store.change_sets set state = 'done' where id = ${approval.id}`;
    await sql`
      update store.change_items set state = 'done',
        finished_at = '2026-10-01T00:00:00Z'::timestamptz
          + (position * ${secondsEach}::float8) * interval '1 second'
      where change_id = ${approval.id}`;
  });
}

describe("how long a change will take", () => {
  it("follows from how long the last ones of its sort took, not from one that was paused", async () => {
    const atFirst = await estimate();
    expect(atFirst).toBeLessThan(5);
    await carriedOut(SIMS, 0.5);
    expect(await estimate()).toBe(SIMS * 0.5 + 1);
    expect(await estimate("update_sim")).toBeLessThan(5);
    await carriedOut(SIMS, 0.25);
    await carriedOut(SIMS, 60);
    expect(await estimate()).toBe(SIMS * 0.5 + 1);
  });

  it("does not follow from a change of a few rows", async () => {
    const atFirst = await estimate();
    await carriedOut(20, 2);
    expect(await estimate()).toBe(atFirst);
  });

  it("is never shorter than the provider's rate allows", async () => {
    await carriedOut(SIMS, 0.001);
    expect(await estimate("set_sim_status", SIMS, 2)).toBe(SIMS / 2 + 1);
    expect(await estimate("set_sim_status", SIMS, 10_000)).toBeLessThan(4);
  });
});
