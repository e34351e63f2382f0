import { beforeEach, describe, expect, it } from "vitest";
import { type Provider, ProviderError } from "#connectors/provider.ts";
import { Conflict } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { proposeRetry } from "./retry.ts";
import { carriedOut, makeSims, providerLog, work } from "./testing.ts";
import { proposeUndo } from "./undo.ts";

let owner: ReturnType<typeof testActor>;
let iccids: string[];

beforeEach(async () => {
  owner = testActor();
  iccids = await makeSims(owner, 4);
});

async function approveAndWork(id: string, provider?: Provider) {
  await decide(owner, id, { decision: "approve" });
  await work(owner, id, provider && { provider });
}

describe("an undo", () => {
  const suspended = () =>
    carriedOut(owner, "set_sim_status", { status: "suspended" }, { targets: iccids });

  it("is proposed once for an idempotency key, also after it was carried out", async () => {
    const id = await suspended();
    const first = await proposeUndo(owner, id, { idempotencyKey: "k" });
    expect(await proposeUndo(owner, id, { idempotencyKey: "k" })).toEqual(first);
    await approveAndWork(first.approval.id);
    expect(await proposeUndo(owner, id, { idempotencyKey: "k" })).toEqual(first);
    const other = proposeUndo(owner, undefined, { idempotencyKey: "k" });
    await expect(other).rejects.toThrow("Use a new key");
  });

  it("asked for twice at the same moment waits for a decision once", async () => {
    const id = await suspended();
    const ends = await Promise.allSettled([1, 2, 3].map(() => proposeUndo(owner, id, {})));
    const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(refused.map(({ message }) => message)).toEqual(
      Array(2).fill("An undo of this waits for a decision, or is under way."),
    );
  });

  it("can be asked for again once the first one expired, whose rows wait no longer", async () => {
    const id = await suspended();
    const first = await proposeUndo(owner, id, {});
    await asActor(owner, (sql) => sql`update store.change_sets set expires_at = created_at`);
    await approveAndWork((await proposeUndo(owner, id, {})).approval.id);
    expect(await getChange(owner, id)).toMatchObject({ progress: { undone: 4 } });
    expect(await getChange(owner, first.approval.id)).toMatchObject({
      state: "expired",
      progress: { cancelled: 4 },
    });
  });
});

describe("a retry of what failed", () => {
  /** Refuses all SIMs but the first ones. */
  const refusing = (taken: number): Provider => ({
    ...localProvider(owner),
    perform: async (operation, options) => {
      if (iccids.indexOf(operation.iccid) >= taken) {
        throw new ProviderError("rejected", "The network refused this SIM.");
      }
      return localProvider(owner).perform(operation, options);
    },
  });

  const sentTo = async () => (await providerLog(owner)).map(({ iccid }) => iccid).sort();

  it("takes up each row once, so that no message goes out twice", async () => {
    const id = await carriedOut(
      owner,
      "send_sms",
      { body: "PING" },
      { targets: iccids },
      refusing(1),
    );
    expect((await getChange(owner, id)).progress).toEqual({ done: 1, failed: 3 });
    const both = await Promise.allSettled([proposeRetry(owner, id), proposeRetry(owner, id)]);
    const made = both.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
    expect(made).toHaveLength(1);
    const retry = made[0]?.approval.id ?? "";
    await approveAndWork(retry, refusing(2));
    await expect(proposeRetry(owner, id)).rejects.toBeInstanceOf(Conflict);
    await approveAndWork((await proposeRetry(owner, retry)).approval.id);
    expect(await sentTo()).toEqual(iccids);
  });

  it("is found from the change that it tries again, and the other way round", async () => {
    const targets = { targets: iccids };
    const id = await carriedOut(owner, "send_sms", { body: "PING" }, targets, refusing(3));
    const retryOf = async (changeId: string) => (await getChange(owner, changeId)).retry;
    expect(await retryOf(id)).toEqual({ of: null, by: null, possible: true });
    const rejected = (await proposeRetry(owner, id)).approval.id;
    expect(await retryOf(id)).toEqual({ of: null, by: rejected, possible: false });
    await decide(owner, rejected, { decision: "reject" });
    expect(await retryOf(id)).toEqual({ of: null, by: null, possible: true });
    const again = (await proposeRetry(owner, id)).approval.id;
    await approveAndWork(again, refusing(3));
    expect(await retryOf(id)).toEqual({ of: null, by: again, possible: false });
    expect(await retryOf(again)).toEqual({ of: id, by: null, possible: true });
  });

  it("that was rejected or expired leaves the rows to another one", async () => {
    const id = await carriedOut(
      owner,
      "send_sms",
      { body: "PING" },
      { targets: iccids },
      refusing(3),
    );
    await decide(owner, (await proposeRetry(owner, id)).approval.id, { decision: "reject" });
    const expiring = await proposeRetry(owner, id);
    await asActor(
      owner,
      (sql) => sql`
        update store.change_sets set expires_at = created_at where id = ${expiring.approval.id}`,
    );
    await approveAndWork((await proposeRetry(owner, id)).approval.id);
    expect(await sentTo()).toEqual(iccids);
  });
});
