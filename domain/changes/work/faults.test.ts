import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Provider } from "#connectors/provider.ts";
import { faulty, forgetful } from "#connectors/testing/faulty-provider.ts";
import { randomOf } from "#db/fleet/random.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import type { ItemState } from "../change.ts";
import { getChange, listItems } from "../read-changes.ts";
import { carriedOut, makeSims, providerLog, setRules, statusesOf } from "../testing.ts";

vi.setConfig({ testTimeout: 120_000 }); // a fifth of the calls is waited for

const SIMS = 300;
const FAULT_RATE = 0.2;

const LOOK = {
  signal: new AbortController().signal,
  attempted: { first: new Date(0), last: new Date(0) },
};

let owner: ReturnType<typeof testActor>;
let iccids: string[];
let provider: Provider;

beforeEach(async () => {
  owner = testActor();
  await setRules(owner, { two_people_over_amount: null }); // these SIMs have no plan with prices
  iccids = await makeSims(owner, SIMS);
  provider = faulty(forgetful(localProvider(owner)), { rate: FAULT_RATE, random: randomOf(7) });
});

async function itemsOf(changeId: string) {
  const items = await listItems(owner, { changeId, after: 0, limit: SIMS });
  return new Map<string, ItemState>(items.map(({ target, state }) => [target, state]));
}

async function timesPerSim(): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { iccid } of await providerLog(owner)) times.set(iccid, (times.get(iccid) ?? 0) + 1);
  return times;
}

describe(`${SIMS} SIMs at a provider of whose calls a fifth fail or go unanswered`, () => {
  it("all reach a status that can be looked up, and ours and the provider's are the same", async () => {
    const id = await carriedOut(
      owner,
      "set_sim_status",
      { status: "suspended" },
      { targets: iccids },
      provider,
    );
    const { state, progress } = await getChange(owner, id);
    expect(state).toBe("done");
    expect(progress).toEqual({ done: SIMS });
    expect(await statusesOf(owner)).toEqual({ suspended: SIMS });
    for (const iccid of iccids) {
      const operation = { kind: "set", iccid, values: { status: "suspended" } } as const;
      expect(await localProvider(owner).verify(operation, LOOK)).toBe("in_place");
    }
    expect([...(await timesPerSim()).values()].every((times) => times === 1)).toBe(true);
  });

  it.each([
    ["send_sms", { body: "REBOOT" }],
    ["top_up", { type: "data", bytes: 1024 ** 2 }],
  ])(
    "get %s at most once each: what is not certain is unknown, and not tried again",
    async (tool, input) => {
      const id = await carriedOut(owner, tool, input, { targets: iccids }, provider);
      const states = await itemsOf(id);
      const times = await timesPerSim();
      const { state, failures } = await getChange(owner, id);
      expect(state).toBe("done");
      const seen = new Set(states.values());
      expect(
        [...seen].every((one) => one === "done" || one === "failed" || one === "unknown"),
      ).toBe(true);
      expect(seen.has("unknown")).toBe(true);
      for (const iccid of iccids) {
        const count = times.get(iccid) ?? 0;
        expect(count).toBeLessThanOrEqual(1);
        if (states.get(iccid) === "done") expect(count).toBe(1);
        if (states.get(iccid) === "failed") expect(count).toBe(0);
      }
      expect(failures.every(({ reason }) => reason !== null && reason.length > 20)).toBe(true);
    },
  );
});

it("a provider that refuses says so for each SIM, and nothing of ours changes", async () => {
  const deaf: Provider = { ...localProvider(testActor()), verify: async () => "no_such_sim" };
  const id = await carriedOut(
    owner,
    "set_sim_status",
    { status: "suspended" },
    { targets: iccids.slice(0, 3) },
    deaf,
  );
  const { progress, failures } = await getChange(owner, id);
  expect(progress).toEqual({ failed: 3 });
  expect(failures[0]?.reason).toBe("The network does not know this SIM.");
  expect(await statusesOf(owner)).toEqual({ active: SIMS });
  const [audited] = await asActor(
    owner,
    (sql) => sql`select changes from fleet.audit_logs where action = 'sim.suspend' limit 1`,
  );
  expect(audited?.changes).toMatchObject({ result: "failed" });
});
