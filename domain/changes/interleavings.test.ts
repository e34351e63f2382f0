import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { control } from "./control.ts";
import { decide } from "./decide.ts";
import { ask, makeSims, work, workAndDie } from "./testing.ts";
import { proposeUndo } from "./undo.ts";

const SIMS = 4;

type Step =
  | {
      readonly do: "propose";
      readonly by: Who;
      readonly status: string;
      readonly sims: number[];
      readonly key: string | null;
    }
  | { readonly do: "approve" | "reject"; readonly by: Who; readonly change: number }
  | { readonly do: "undo"; readonly change: number }
  | { readonly do: "pause" | "resume" | "cancel" | "expire" | "work"; readonly change: number }
  | { readonly do: "die"; readonly change: number; readonly isAfter: boolean };

const WHO = ["owner", "operator", "analyst", "viewer", "key", "client", "stranger"] as const;
type Who = (typeof WHO)[number];
const MAY_DECIDE: ReadonlySet<Who> = new Set(["owner", "operator"]);

const who = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...MAY_DECIDE) },
  { weight: 1, arbitrary: fc.constantFrom(...WHO) },
);
const change = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("propose" as const),
      by: who,
      status: fc.constantFrom("suspended", "inactive", "active"),
      sims: fc.uniqueArray(fc.nat({ max: SIMS - 1 }), { minLength: 1 }),
      key: fc.constantFrom(null, "k1"),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("approve" as const), by: who, change }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reject" as const), by: who, change }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const), change }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("pause", "resume", "cancel", "expire", "work", "work", "work"),
      change,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("die" as const), change, isAfter: fc.boolean() }),
  },
);

/** Moments, in each of which several things happen at once. */
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
  minLength: 4,
  maxLength: 9,
});

function cast(): Record<Who, Actor> {
  const owner = testActor();
  const { organizationId } = owner;
  const member = (role: "operator" | "analyst" | "viewer") => testActor({ role, organizationId });
  return {
    owner,
    operator: member("operator"),
    analyst: member("analyst"),
    viewer: member("viewer"),
    key: { ...owner, kind: "apiKey", channel: "api", keyId: "k" },
    client: { ...owner, kind: "mcp", channel: "mcp", clientId: "c" },
    stranger: testActor(),
  };
}

async function take(step: Step, actors: Record<Who, Actor>, iccids: string[], ids: string[]) {
  const { owner } = actors;
  if (step.do === "propose") {
    const targets = step.sims.map((n) => iccids[n] ?? "");
    const asked = { targets, ...(step.key ? { idempotencyKey: step.key } : {}) };
    const { approval } = await ask(
      actors[step.by],
      "set_sim_status",
      { status: step.status },
      asked,
    );
    if (!ids.includes(approval.id)) ids.push(approval.id);
    return;
  }
  const id = ids[step.change];
  if (id === undefined) return;
  switch (step.do) {
    case "approve":
    case "reject":
      return decide(actors[step.by], id, { decision: step.do });
    case "undo": {
      const { approval } = await proposeUndo(owner, id, {});
      ids.push(approval.id);
      return;
    }
    case "expire":
      return asActor(owner, async (sql) => {
        await sql`update store.change_sets set expires_at = created_at where id = ${id}`;
      });
    case "work":
      // It may wait for another change, whose worker died and gets no other before the next moment.
      return work(owner, id, { signal: AbortSignal.timeout(1_000) });
    case "die":
      return workAndDie(owner, id, step.isAfter);
    default:
      return control(owner, id, step.do);
  }
}

async function finish(owner: Actor) {
  const running = await asActor(
    owner,
    (sql) => sql<{ id: string; state: string }[]>`
      select id, state from store.change_sets where state in ('running', 'paused', 'cancelled')`,
  );
  for (const { id, state } of running) if (state === "paused") await control(owner, id, "resume");
  await Promise.all(running.map(({ id }) => work(owner, id)));
}

async function verdict(owner: Actor) {
  return asActor(owner, async (sql) => ({
    changes: await sql<{ id: string; state: string; approvers: number }[]>`
      select id, state, (select count(*) from store.change_decisions d
        where d.change_id = c.id and decision = 'approve') as approvers
      from store.change_sets c`,
    decisions: await sql<{ user_id: string }[]>`select user_id from store.change_decisions`,
    items: await sql<{ change_id: string; position: number; state: string; log: number }[]>`
      select i.change_id, i.position, i.state, (select count(*) from store.local_provider_log l
        where starts_with(l.idempotency_key, i.change_id || ':' || i.position || '#')) as log
      from store.change_items i`,
    effects: await sql<{ done: number }[]>`
      select count(*) as done from fleet.audit_logs
      where resource_type = 'sim' and changes->>'result' = 'done'`,
    different: await sql`
      select s.iccid, s.status, p.state->>'status' as there from store.sims s
      join store.local_provider_sims p on p.iccid = s.iccid and p.state->>'status' <> s.status`,
  }));
}

it("whatever is asked, decided, replayed or broken off at once: no effect without a person's approval, none twice, none lost", async () => {
  let effectCount = 0;
  let refusalCount = 0;
  await fc.assert(
    fc.asyncProperty(history, async (moments) => {
      const actors = cast();
      const iccids = await makeSims(actors.owner, SIMS);
      const ids: string[] = [];
      for (const moment of moments) {
        const ends = await Promise.allSettled(moment.map((one) => take(one, actors, iccids, ids)));
        for (const end of ends) {
          if (end.status === "rejected") {
            expect(end.reason).toBeInstanceOf(SimonError);
            refusalCount++;
          }
        }
      }
      await finish(actors.owner);
      const { changes, decisions, items, effects, different } = await verdict(actors.owner);
      const allowed = [...MAY_DECIDE].map((one) => actors[one].userId);
      expect(decisions.every(({ user_id }) => allowed.includes(user_id))).toBe(true);
      for (const { id, state, approvers } of changes) {
        const own = items.filter(({ change_id }) => change_id === id);
        const isOver = own.every(({ state }) => !["running", "verifying"].includes(state));
        expect(isOver, state).toBe(true);
        if (approvers === 0)
          expect(
            own.every(({ log }) => log === 0),
            state,
          ).toBe(true);
        expect(approvers).toBeLessThanOrEqual(1);
        if (state === "done") expect(own.every((item) => item.state !== "pending")).toBe(true);
      }
      for (const { state, log } of items) {
        const isCarriedOut = state === "done" || state === "undone";
        expect(log, state).toBe(isCarriedOut ? 1 : 0);
      }
      const carriedOut = items.filter(({ state }) => state === "done" || state === "undone");
      effectCount += carriedOut.length;
      expect(effects[0]?.done).toBe(carriedOut.length);
      expect(different).toEqual([]);
    }),
    { numRuns: Number(process.env.INTERLEAVINGS ?? 60), endOnFailure: true },
  );
  // else the histories were too tame to tell anything
  expect(effectCount).toBeGreaterThan(30);
  expect(refusalCount).toBeGreaterThan(20);
}, 240_000);
