import { beforeEach, describe, expect, it } from "vitest";
import { type Operation, type Provider, ProviderError } from "#connectors/provider.ts";
import { Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { ask, carriedOut, makeSims, providerLog, setRules, statusesOf, work } from "./testing.ts";
import { proposeUndo } from "./undo.ts";

const WHY_NOT = "This network sells fixed packages: ask for a top-up instead.";
const PACKAGE = "One package holds 500 MB and 250 SMS; an amount cannot be chosen.";

let owner: ReturnType<typeof testActor>;
let iccids: string[];

beforeEach(async () => {
  owner = testActor();
  iccids = await makeSims(owner, 3);
});

function limited(on: Partial<Provider> = {}): Provider {
  const local = localProvider(owner);
  return { ...local, capabilities: { ...local.capabilities, set_quota: WHY_NOT }, ...on };
}

const kept = () => asActor(owner, (sql) => sql`select tool from store.change_sets`);

describe("a provider that cannot do it", () => {
  it("is quoted, and nothing is kept to decide on", async () => {
    const asked = ask(
      owner,
      "set_quota",
      { type: "data", total: 1 },
      { targets: iccids, provider: limited() },
    );
    await expect(asked).rejects.toThrow(new Invalid(WHY_NOT));
    expect(await kept()).toEqual([]);
  });

  it("does what it can", async () => {
    const { preview } = await ask(
      owner,
      "set_sim_status",
      { status: "suspended" },
      { targets: iccids, provider: limited() },
    );
    expect(preview.target_count).toBe(3);
  });
});

describe("a provider that sells top-ups in one package", () => {
  it("has it bought without an amount, and the preview says what that is", async () => {
    await setRules(owner, { two_people_over_amount: null });
    const operations: Operation[] = [];
    const provider = limited({
      topUpPackage: PACKAGE,
      perform: async (operation) => void operations.push(operation),
    });
    const input = { type: "data", bytes: 1024 ** 2 };
    const { approval, preview } = await ask(owner, "top_up", input, { targets: iccids, provider });
    expect(preview).toMatchObject({
      title: "Top up 3 SIMs by one package each",
      notes: [PACKAGE],
      from_to: [],
      costs: [],
      unpriced_count: 3,
    });
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id, { provider });
    expect(operations).toHaveLength(3);
    expect(operations[0]).toEqual({ kind: "top_up_package", iccid: expect.any(String) });
    expect((await getChange(owner, approval.id)).progress).toEqual({ done: 3 });
  });
});

it("a device name goes out to the provider and comes back with the undo; tags and customer stay here", async () => {
  const [iccid = ""] = iccids;
  const named = { label: "gate-1", customer: "CityBikes" };
  const id = await carriedOut(owner, "update_sim", named, { targets: [iccid] });
  await carriedOut(owner, "update_sim", { add_tags: ["pilot"] }, { targets: iccids });
  const { approval } = await proposeUndo(owner, id, {});
  await decide(owner, approval.id, { decision: "approve" });
  await work(owner, approval.id);
  const values = (await providerLog(owner)).map(({ operation }) => operation);
  expect(values).toEqual([
    { kind: "set", iccid, values: { label: "gate-1" } },
    { kind: "set", iccid, values: { label: "device-0" } },
  ]);
});

it("a lost answer is cleared up with the moments of the first and the last attempt", async () => {
  const [iccid = ""] = iccids;
  const askedAt: number[] = [];
  const attempts: { first: Date; last: Date }[] = [];
  const provider = limited({
    perform: async () => {
      askedAt.push(Date.now());
      if (askedAt.length < 3) throw new ProviderError("lost", "Lost.");
    },
    verify: async (_operation, { attempted }) => {
      attempts.push(attempted);
      return "not_in_place";
    },
  });
  const input = { status: "suspended" };
  const asked = { targets: [iccid] };
  await carriedOut(owner, "set_sim_status", input, asked, provider);
  const [first, second] = attempts;
  expect(attempts).toHaveLength(2);
  expect(first?.last).toEqual(first?.first);
  expect(second?.first).toEqual(first?.first);
  expect(second?.last.getTime()).toBeGreaterThan(first?.last.getTime() ?? 0);
  expect(second?.last.getTime()).toBeLessThanOrEqual(askedAt[1] ?? 0);
  expect(await statusesOf(owner)).toEqual({ active: 2, suspended: 1 });
});
