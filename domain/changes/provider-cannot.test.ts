import { beforeEach, describe, expect, it } from "vitest";
import { type Operation, type Provider, ProviderError } from "#connectors/provider.ts";
import { Conflict } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { ask, carriedOut, makeSims, providerLog, QUICK, statusesOf, work } from "./testing.ts";
import { proposeUndo } from "./undo.ts";

const WHY_NOT = "This network sells fixed packages: ask for a top-up instead.";
/** What is bought is not looked up here, so nobody may be taken for dead on a busy machine. */
const PATIENT = { ...QUICK, callTimeoutMs: 20_000, leaseMs: 60_000 };
const MB = 1024 ** 2;
const PACKAGE = { bytes: 500 * MB, messages: 250, about: "This network sells fixed packages." };

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
    await expect(asked).rejects.toThrow(new Conflict(WHY_NOT));
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

describe("a provider that sells top-ups in packages", () => {
  const selling = (operations: Operation[]) =>
    limited({
      topUpPackage: PACKAGE,
      perform: async (operation) => void operations.push(operation),
    });
  const priced = () =>
    asActor(
      owner,
      (sql) => sql`
        insert into store.provider_products (id, name, charges, read_at)
        values ('1', 'Top Up', '[{"name":"topUp","amount":10,"currency":"EUR","recurs":false}]', now())`,
    );

  it("has as many bought as cover the amount, and the preview says how many and for how much", async () => {
    await priced();
    const operations: Operation[] = [];
    const provider = selling(operations);
    const input = { type: "data", bytes: 600 * MB };
    const { approval, preview } = await ask(owner, "top_up", input, { targets: iccids, provider });
    expect(preview).toMatchObject({
      title: "Top up 3 SIMs by 2 packages each",
      notes: [PACKAGE.about],
      from_to: [
        {
          field: "Added to each SIM",
          to: "2 packages of 500 MB and 250 SMS = 1,000 MB and 500 SMS, for the 600 MB that were asked for",
        },
      ],
      costs: [
        {
          total: { amount: 60, currency: "EUR" },
          per_unit: "10 EUR per package, before tax, as listed by the provider",
        },
      ],
      unpriced_count: 0,
    });
    await decide(owner, approval.id, { decision: "approve" }); // one person may: the price is known
    await work(owner, approval.id, { provider, timing: PATIENT });
    expect(operations).toHaveLength(3);
    expect(operations[0]).toMatchObject({ kind: "top_up_package", packages: 2 });
    expect((await getChange(owner, approval.id)).progress).toEqual({ done: 3 });
  });

  it("does not start where the price has risen since it was shown", async () => {
    await priced();
    const provider = selling([]);
    const { approval } = await ask(
      owner,
      "top_up",
      { type: "data" },
      { targets: iccids, provider },
    );
    await asActor(
      owner,
      (sql) => sql`
        update store.provider_products
        set charges = '[{"name":"topUp","amount":11,"currency":"EUR","recurs":false}]'`,
    );
    await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow(
      "The price has risen",
    );
  });

  it("has one bought where nothing is said, and two people decide as long as the price is not known", async () => {
    const provider = selling([]);
    const { approval, preview } = await ask(
      owner,
      "top_up",
      { type: "data" },
      { targets: iccids, provider },
    );
    expect(preview.title).toBe("Top up 3 SIMs by one package each");
    expect(preview.from_to[0]?.to).toBe("1 package of 500 MB and 250 SMS");
    expect(preview).toMatchObject({ costs: [], unpriced_count: 3 });
    await decide(owner, approval.id, { decision: "approve" });
    expect((await getChange(owner, approval.id)).state).toBe("proposed");
  });

  it("is not asked for more of them than may be bought at a time", async () => {
    const asked = ask(
      owner,
      "top_up",
      { type: "sms", messages: 2_501 },
      { targets: iccids, provider: selling([]) },
    );
    await expect(asked).rejects.toThrow("2501 SMS take 11 packages for each SIM");
  });

  it("says what a package costs to who wants another quota", async () => {
    await priced();
    const asked = ask(
      owner,
      "set_quota",
      { type: "data", total: 1 },
      { targets: iccids, provider: selling([]) },
    );
    await expect(asked).rejects.toThrow(
      `${WHY_NOT} A package adds 500 MB and 250 SMS to a SIM and costs 10 EUR`,
    );
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
