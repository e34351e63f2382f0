import fc from "fast-check";
import { expect, it } from "vitest";
import { SimonError } from "#core/errors.ts";
import { setChangeRules } from "./rules.ts";
import { cast } from "./testing/histories/people.ts";
import { history, SIMS, take, type World } from "./testing/histories/steps.ts";
import { finish, judge } from "./testing/histories/verdict.ts";
import { makeSims } from "./testing.ts";

async function newWorld(twoPeopleOver: number | null): Promise<World> {
  const people = await cast();
  await setChangeRules(people.owner, {
    type_count_over: 100,
    two_people_over: twoPeopleOver,
    two_people_over_amount: null,
    expires_after_minutes: 60,
    protected_tags: ["critical"],
    protected_iccids: [],
  });
  const iccids = await makeSims(people.owner, SIMS, (n) => ({ tags: n === 0 ? ["critical"] : [] }));
  return { people, iccids, ids: [], described: new Set() };
}

/** Refusals that a person can do something about; a deadlock or a fault of ours is none. */
const REFUSALS = ["conflict", "forbidden", "invalid", "not_found"];

it("whatever is asked, decided, replayed or broken off at once: no effect without the approvals it needs, none twice, none lost", async () => {
  let effectCount = 0;
  let refusalCount = 0;
  await fc.assert(
    fc.asyncProperty(history, fc.constantFrom(null, null, 1), async (moments, twoPeopleOver) => {
      const world = await newWorld(twoPeopleOver);
      for (const moment of moments) {
        const ends = await Promise.allSettled(moment.map((step) => take(step, world)));
        for (const end of ends) {
          if (end.status === "fulfilled") continue;
          const { reason } = end;
          if (!(reason instanceof SimonError) || !REFUSALS.includes(reason.code)) throw reason;
          refusalCount++;
        }
      }
      await finish(world);
      effectCount += await judge(world);
    }),
    { numRuns: Number(process.env.INTERLEAVINGS ?? 40), endOnFailure: true },
  );
  // else the histories were too tame to tell anything
  expect(effectCount).toBeGreaterThan(20);
  expect(refusalCount).toBeGreaterThan(20);
}, 600_000);
