import { describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { checkForLoading } from "./check-for-loading.ts";
import { discardStaged } from "./discard-staged.ts";
import { claimStaged } from "./load-staged.ts";

const LIST = "ICCID,Status\n8988228066680000001,active\n";

function check(actor: Actor, list: string, idempotencyKey = "k") {
  const file = { fileName: "sims.csv", bytes: Buffer.from(list) };
  const request = { idempotencyKey, hash: list };
  return checkForLoading(actor, file, { signal: undefined, request });
}

const kept = async (actor: Actor) =>
  (await asActor(actor, (sql) => sql`select id from store.imports`)).length;

describe("a list with an idempotency key", () => {
  it("is kept once, and the same request gets the same answer, also once it is loaded", async () => {
    const actor = testActor();
    const first = await check(actor, LIST);
    expect(await check(actor, LIST)).toEqual(first);
    const claimed = await claimStaged(actor, first.approval.id);
    if (!claimed.isLoaded) await claimed.load({});
    const again = await check(actor, LIST);
    expect(again).toMatchObject({ approval: { id: first.approval.id }, preview: first.preview });
    expect(await kept(actor)).toBe(1);
  });

  it("is refused for another list, and is another's key for another caller", async () => {
    const actor = testActor();
    await check(actor, LIST);
    await expect(check(actor, `${LIST}8988228066680000002,active\n`)).rejects.toThrow(
      "Use a new key",
    );
    await check(testActor({ organizationId: actor.organizationId }), LIST);
    expect(await kept(actor)).toBe(2);
  });

  it("that comes twice at the same moment is kept once", async () => {
    const actor = testActor();
    const ends = await Promise.allSettled([1, 2, 3].map(() => check(actor, LIST)));
    const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(refused.length).toBeLessThan(3);
    for (const reason of refused) expect(reason).toBeInstanceOf(Conflict);
    expect(await kept(actor)).toBe(1);
  });

  it("can be sent again when it was wrong, when it was discarded, and when its check broke off", async () => {
    const actor = testActor();
    await expect(check(actor, "no list")).rejects.toThrow();
    const first = await check(actor, LIST);
    await discardStaged(actor, first.approval.id);
    const second = await check(actor, LIST);
    expect(second.approval.id).not.toBe(first.approval.id);
    await asActor(
      actor,
      (sql) => sql`
        update store.imports set state = 'checking', preview = null,
          touched_at = touched_at - interval '1 hour'`,
    );
    expect((await check(actor, LIST)).approval.id).not.toBe(second.approval.id);
    expect(await kept(actor)).toBe(1);
  });
});
