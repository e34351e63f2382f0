import fc from "fast-check";
import { type Provider, ProviderError } from "#connectors/provider.ts";
import { faulty, forgetful } from "#connectors/testing/faulty-provider.ts";
import type { Actor } from "#core/actor.ts";
import { randomOf } from "#db/fleet/random.ts";
import { asActor } from "#db/guard.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { control } from "../../control.ts";
import { decide } from "../../decide.ts";
import { getChange } from "../../read-changes.ts";
import { proposeRetry } from "../../retry.ts";
import { ask, QUICK, work, workAndDie } from "../../testing.ts";
import { proposeUndo } from "../../undo.ts";
import { DECIDERS, PEOPLE, type Who } from "./people.ts";

export const SIMS = 4;
/** A busy machine must not pass for a provider that does not answer. */
export const TIMING = { ...QUICK, callTimeoutMs: 20_000, leaseMs: 30_000, maxRetryMs: 20 };

export interface World {
  readonly people: Record<Who, Actor>;
  readonly iccids: readonly string[];
  /** Changes, in the order in which they were asked for. */
  readonly ids: string[];
  /** Those whose SIMs were described, not named. */
  readonly described: Set<string>;
}

const who = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...DECIDERS) },
  { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
);
/** Of those that were asked for by then: see `take`. */
const change = fc.nat({ max: 99 });
const MEGABYTE = 1024 ** 2;
const asked = fc.constantFrom(
  ...(["suspended", "suspended", "inactive", "active"] as const).map((status) => ({
    tool: "set_sim_status",
    input: { status },
  })),
  { tool: "send_sms", input: { body: "PING" } },
  { tool: "send_sms", input: { body: "PONG" } },
  { tool: "top_up", input: { type: "data", bytes: MEGABYTE } },
  { tool: "set_quota", input: { type: "data", total: 100 * MEGABYTE } },
  { tool: "update_sim", input: { add_tags: ["new"] } },
  { tool: "delete_sim", input: {} },
);

const STEPS = {
  propose: fc.record({
    by: who,
    asked,
    sims: fc.uniqueArray(fc.nat({ max: SIMS - 1 }), { minLength: 1 }),
    isNamed: fc.boolean(),
    key: fc.constantFrom(null, null, "k1"),
  }),
  approve: fc.record({ by: who, change }),
  reject: fc.record({ by: who, change }),
  undo: fc.record({ by: who, change, key: fc.constantFrom(undefined, "u1") }),
  retry: fc.record({ by: who, change }),
  control: fc.record({
    change,
    action: fc.constantFrom(
      "pause" as const,
      "resume" as const,
      "resume" as const,
      "cancel" as const,
    ),
  }),
  expire: fc.record({ change }),
  work: fc.record({ change, workers: fc.integer({ min: 1, max: 2 }), seed: fc.nat() }),
  die: fc.record({ change, isAfter: fc.boolean() }),
};
const WEIGHTS: Record<keyof typeof STEPS, number> = {
  propose: 4,
  approve: 6,
  reject: 1,
  undo: 2,
  retry: 2,
  control: 2,
  expire: 1,
  work: 4,
  die: 2,
};

type Step = {
  [K in keyof typeof STEPS]: { readonly do: K } & ((typeof STEPS)[K] extends fc.Arbitrary<infer V>
    ? V
    : never);
}[keyof typeof STEPS];

const step = fc.oneof(
  ...Object.entries(STEPS).map(([name, arbitrary]) => ({
    weight: WEIGHTS[name as keyof typeof STEPS],
    arbitrary: (arbitrary as fc.Arbitrary<object>).map((one) => ({ do: name, ...one }) as Step),
  })),
);
const proposal = STEPS.propose.map((one): Step => ({ do: "propose", ...one, by: "owner" }));

/** Moments, in each of which several things happen at once. */
export const history = fc
  .tuple(
    fc.array(proposal, { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 5, maxLength: 12 }),
  )
  .map(([first, moments]) => [first, ...moments]);

export async function take(step: Step, world: World): Promise<void> {
  const { people, iccids, ids } = world;
  const { owner } = people;
  const keep = (id: string) => void (ids.includes(id) || ids.push(id));
  if (step.do === "propose") {
    const { tool, input } = step.asked;
    const { isNamed, key } = step;
    const targets = step.sims.map((n) => iccids[n] ?? "");
    const once = key === null ? {} : { idempotencyKey: `${key}-${isNamed}` };
    const { approval } = await ask(people[step.by], tool, input, { targets, isNamed, ...once });
    keep(approval.id);
    if (!isNamed) world.described.add(approval.id);
    return;
  }
  const id = ids[step.change % ids.length];
  if (id === undefined) return;
  switch (step.do) {
    case "approve": {
      const { approval } = await getChange(owner, id);
      const typedCount = approval.typed_count ?? undefined;
      return decide(people[step.by], id, { decision: "approve", typedCount });
    }
    case "reject":
      return decide(people[step.by], id, { decision: "reject" });
    case "undo": {
      const { approval } = await proposeUndo(people[step.by], id, { idempotencyKey: step.key });
      return keep(approval.id);
    }
    case "retry":
      return keep((await proposeRetry(people[step.by], id)).approval.id);
    case "control":
      return control(owner, id, step.action);
    case "expire":
      return asActor(owner, async (sql) => {
        await sql`update store.change_sets set expires_at = created_at where id = ${id}`;
      });
    case "work": {
      const provider = unreliable(owner, randomOf(step.seed));
      // It may wait for another change, whose worker died and gets no other before the next moment.
      const options = { provider, timing: TIMING, signal: AbortSignal.timeout(1_000) };
      const workers = Array.from({ length: step.workers }, () => work(owner, id, options));
      return void (await Promise.all(workers));
    }
    case "die":
      return workAndDie(owner, id, { isAfter: step.isAfter, timing: TIMING });
  }
}

/** Refuses some calls, is busy at others, and loses answers. */
function unreliable(actor: Actor, random: () => number): Provider {
  const provider = faulty(forgetful(localProvider(actor)), {
    rate: 0.4,
    random,
    kinds: ["busy", "refused_5xx", "failed_5xx", "lost"],
  });
  return {
    ...provider,
    perform: (operation, options) =>
      random() < 0.2
        ? Promise.reject(new ProviderError("rejected", "The network refused this SIM."))
        : provider.perform(operation, options),
  };
}
