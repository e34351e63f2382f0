import type { Provider } from "#connectors/provider.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { isDue, kindStates } from "./due.ts";
import type { SyncOptions } from "./sync.ts";
import { syncOrganization } from "./sync-organization.ts";

/** Organisations at the same time; each has an account and a pace of its own. */
const AT_ONCE = 4;

interface Candidate {
  readonly actor: Actor;
  /** Of the kind that has waited longest; 0 where one never succeeded. */
  readonly oldestMs: number;
}

interface Options extends Omit<SyncOptions, "maxCalls" | "progress"> {
  /** Calls that an organisation has before it is the others' turn. */
  readonly callsOfATurn?: number | undefined;
  /** Default: all that are connected. */
  readonly only?: readonly string[] | undefined;
  readonly providerFor?: ((actor: Actor) => Promise<Provider>) | undefined;
}

/**
 * Synchronises what is due in all organisations, those first whose oldest success is longest ago. Each has a
 * turn of so many calls and goes to the end of the line with what is left, so that a large fleet does not keep
 * the small ones waiting.
 *
 * @returns in what order the turns were taken, by organisation.
 */
export async function syncOrganizations({
  callsOfATurn,
  only,
  providerFor = providerOf,
  ...options
}: Options): Promise<readonly string[]> {
  const line = await candidates(only);
  const turns: string[] = [];
  const takeTurns = async () => {
    for (let next = line.shift(); next && !options.signal.aborted; next = line.shift()) {
      const { actor } = next;
      turns.push(actor.organizationId);
      const isLeft = await turnOf(actor, providerFor, {
        signal: options.signal,
        retryMs: options.retryMs,
        maxCalls: callsOfATurn,
      });
      if (isLeft) line.push(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return turns;
}

async function turnOf(
  actor: Actor,
  providerFor: (actor: Actor) => Promise<Provider>,
  options: SyncOptions,
): Promise<boolean> {
  const { organizationId } = actor;
  try {
    const turn = await syncOrganization(actor, await providerFor(actor), options);
    for (const [kind, reason] of Object.entries(turn.failed)) {
      log().warn({ organizationId, kind, reason }, "a sync failed");
    }
    return turn.isLeft;
  } catch (error) {
    log().error({ err: error, organizationId }, "an organisation could not be synchronised");
    return false;
  }
}

async function candidates(only: readonly string[] | undefined): Promise<Candidate[]> {
  const { sql } = await database();
  const organizations = await sql<{ id: string; name: string }[]>`
    select id, name from public.organization
    where ${only ? sql`id = any(${only as string[]}::text[])` : sql`true`} order by id`;
  const found: Candidate[] = [];
  for (const organization of organizations) {
    const actor = systemActor(organization, "simon sync");
    const states = await asActor(actor, async (tx) =>
      (await connectionIn(tx)) ? kindStates(tx) : [],
    );
    if (!states.some(isDue)) continue;
    const oldestMs = Math.min(...states.map(({ done_at }) => done_at?.getTime() ?? 0));
    found.push({ actor, oldestMs });
  }
  return found.sort((a, b) => a.oldestMs - b.oldestMs);
}
