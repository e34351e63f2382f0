import type { Provider } from "#connectors/provider.ts";
import { forgetful } from "#connectors/testing/faulty-provider.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { insertSim, type NewSim } from "#domain/sims/insert-sim.ts";
import { decide } from "./decide.ts";
import { asksProvider } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import type { Proposal } from "./proposal.ts";
import { propose } from "./propose.ts";
import { type ChangeRules, getChangeRules, setChangeRules } from "./rules.ts";
import { claim } from "./work/claim.ts";
import { operationOf } from "./work/job.ts";
import { TIMING, type Timing } from "./work/timing.ts";
import { openJob, workOnChange } from "./work/work-on-change.ts";

/** Impatient, so that a test of retries takes no minutes. */
export const QUICK: Timing = {
  ...TIMING,
  callTimeoutMs: 500,
  leaseMs: 700,
  retryMs: 10,
  maxRetryMs: 100,
};

/** For a provider that answers: a busy machine is no provider that does not. */
const PATIENT: Timing = { ...QUICK, callTimeoutMs: 20_000, leaseMs: 30_000 };

export function iccidOf(index: number): string {
  return `8988280666${String(index).padStart(9, "0")}`;
}

/** Active SIMs with the ICCIDs `iccidOf(0)`, `iccidOf(1)` … */
export async function makeSims(
  actor: Actor,
  count: number,
  of: (index: number) => Partial<NewSim> = () => ({}),
): Promise<string[]> {
  const iccids = Array.from({ length: count }, (_, index) => iccidOf(index));
  await asActor(actor, async (sql) => {
    for (const [index, iccid] of iccids.entries()) {
      await insertSim(
        sql,
        { iccid, label: `device-${index}`, status: "active", tags: [], ...of(index) },
        new Date("2026-10-01T00:00:00Z"),
      );
    }
  });
  return iccids;
}

/** As the rules are by default, but for these. */
export async function setRules(owner: Actor, rules: Partial<ChangeRules>): Promise<void> {
  await setChangeRules(owner, { ...(await getChangeRules(owner)), ...rules });
}

interface Asked {
  readonly targets: readonly string[];
  readonly isNamed?: boolean;
  readonly idempotencyKey?: string;
  readonly provider?: Provider;
}

export function ask(
  actor: Actor,
  tool: string,
  input: Record<string, unknown>,
  { targets, isNamed = true, idempotencyKey, provider }: Asked,
): Promise<Proposal> {
  const kind = kindOf(tool);
  const change = {
    kind,
    input: kind.input.parse(input),
    asked: { ...input, targets },
    targets,
    isNamed,
    idempotencyKey,
  };
  return propose(actor, change, provider);
}

interface WorkOptions {
  readonly provider?: Provider;
  readonly timing?: Timing;
  readonly signal?: AbortSignal;
}

/** As the worker of the actor's organisation. */
export function work(actor: Actor, changeId: string, options: WorkOptions = {}): Promise<void> {
  const provider = forgetful(localProvider(actor));
  return workOnChange(workerOf(actor), changeId, { provider, ...withDefaults(options) });
}

/**
 * A worker that dies with one item in its hands, after the provider has done its part or before; its lease
 * is over at once.
 */
export async function workAndDie(
  actor: Actor,
  changeId: string,
  { isAfter, timing = QUICK }: { readonly isAfter: boolean; readonly timing?: Timing },
): Promise<void> {
  const provider = forgetful(localProvider(actor));
  const job = await openJob(workerOf(actor), changeId, withDefaults({ provider, timing }));
  if (!asksProvider(job.kind, job.input)) return; // what died with it was a transaction
  const claimed = await claim(job);
  if (typeof claimed === "string") return;
  const { item, task } = claimed;
  const operation = operationOf(job, item);
  const idempotencyKey = `${changeId}:${item.position}`;
  if (isAfter && operation && task === "perform") {
    await job.provider.perform(operation, { idempotencyKey, signal: job.signal });
  }
  await asActor(actor, async (sql) => {
    await sql`
      update store.change_items set due_at = null, lease_until = null
      where change_id = ${changeId} and position = ${item.position}`;
  });
}

const workerOf = ({ organizationId, organizationName }: Actor) =>
  systemActor({ id: organizationId, name: organizationName });

const withDefaults = (options: WorkOptions) => ({
  timing: options.provider ? QUICK : PATIENT,
  signal: new AbortController().signal,
  ...options,
});

/** Asked for, approved and carried out; the id of the change. */
export async function carriedOut(
  actor: Actor,
  tool: string,
  input: Record<string, unknown>,
  asked: Asked,
  provider?: Provider,
): Promise<string> {
  const { approval, preview } = await ask(actor, tool, input, asked);
  await decide(actor, approval.id, { decision: "approve", typedCount: preview.target_count });
  await work(actor, approval.id, provider && { provider });
  return approval.id;
}

export async function statusesOf(actor: Actor): Promise<Record<string, number>> {
  const rows = await asActor(
    actor,
    (sql) => sql<{ status: string; sims: number }[]>`
      select status, count(*) as sims from fleet.sims group by status`,
  );
  return Object.fromEntries(rows.map(({ status, sims }) => [status, sims]));
}

/** What the local provider was asked to do, by its own log. */
export function providerLog(actor: Actor): Promise<{ iccid: string; operation: object }[]> {
  return asActor(
    actor,
    (sql) => sql<{ iccid: string; operation: object }[]>`
      select iccid, operation from store.local_provider_log order by id`,
  );
}
