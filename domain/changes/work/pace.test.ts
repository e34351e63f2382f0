import { beforeEach, describe, expect, it } from "vitest";
import { type Provider, ProviderError } from "#connectors/provider.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { decide } from "../decide.ts";
import { ask, makeSims, QUICK, statusesOf, work } from "../testing.ts";

const SIMS = 20;
const CALLS_PER_SECOND = 40;

let owner: ReturnType<typeof testActor>;
let callsMs: number[];

beforeEach(() => {
  owner = testActor();
  callsMs = [];
});

/** Notes when it was called. */
function watched(perform: Provider["perform"]): Provider {
  return {
    ...localProvider(owner),
    callsPerSecond: CALLS_PER_SECOND,
    perform: (operation, options) => {
      callsMs.push(performance.now());
      return perform(operation, options);
    },
  };
}

async function approved(): Promise<string> {
  const targets = await makeSims(owner, SIMS);
  const { approval } = await ask(owner, "set_sim_status", { status: "suspended" }, { targets });
  await decide(owner, approval.id, { decision: "approve" });
  return approval.id;
}

describe("calls to an account of a provider", () => {
  it("keep its rate between them, however many workers make them", async () => {
    const id = await approved();
    const provider = watched(localProvider(owner).perform);
    await Promise.all([work(owner, id, { provider }), work(owner, id, { provider })]);
    expect(callsMs).toHaveLength(SIMS);
    expect(await statusesOf(owner)).toEqual({ suspended: SIMS });
    const tookMs = Math.max(...callsMs) - Math.min(...callsMs);
    // The first call may come late to its place, which makes the others no faster.
    expect(tookMs).toBeGreaterThan(0.9 * ((SIMS - 2) / CALLS_PER_SECOND) * 1000);
  });

  it("rest as long as it asks for, whichever SIM the next one is about", async () => {
    const id = await approved();
    const restMs = 300;
    const provider = watched(async (operation, options) => {
      if (callsMs.length === 1) {
        throw new ProviderError("busy", "The provider is busy.", { retryAfterMs: restMs });
      }
      return localProvider(owner).perform(operation, options);
    });
    await work(owner, id, { provider, timing: { ...QUICK, lanes: 1 } });
    expect(await statusesOf(owner)).toEqual({ suspended: SIMS });
    const [busyAt = 0, nextAt = 0] = callsMs;
    expect(nextAt - busyAt).toBeGreaterThanOrEqual(restMs);
  });
});
