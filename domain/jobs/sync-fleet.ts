import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Upstream } from "#core/errors.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { NAME_OF_KIND, SYNC_KINDS, type SyncKind } from "#domain/sync/kinds.ts";
import { syncOrganization, type Turn } from "#domain/sync/sync-organization.ts";
import type { JobEnd, RunOptions } from "./definitions.ts";

/** Then other organisations' jobs come first. */
const MAX_MS = 3 * 60_000;
const ANOTHER = "Another sync is under way.";
const NOT_CONNECTED = "This fleet is connected to no provider that could be asked.";

/** @throws Upstream when a kind could not be read, with the provider's reason in our words. */
export async function syncFleet(
  actor: SystemActor,
  { signal, progress, isAsked }: RunOptions,
): Promise<JobEnd> {
  const endsAtMs = wallNow().getTime() + MAX_MS;
  const calls = new Map<SyncKind, number>();
  let asked: readonly SyncKind[] | undefined = isAsked ? SYNC_KINDS : undefined;
  let turn: Turn;
  do {
    turn = await syncOrganization(actor, await providerOf(actor), { signal, kinds: asked });
    if (isOfNobody(turn)) return { outcome: NOT_CONNECTED };
    asked = asked?.filter((kind) => !isOver(turn, kind));
    for (const [kind, result] of Object.entries(turn.results))
      calls.set(kind as SyncKind, (calls.get(kind as SyncKind) ?? 0) + result.calls);
    await progress(said(calls));
  } while (turn.isLeft && !signal.aborted && wallNow().getTime() < endsAtMs);
  signal.throwIfAborted(); // this run goes on later: what was read is kept
  const failures = Object.entries(turn.failed);
  if (failures.length > 0) {
    const sentences = failures.map(([kind, why]) => `${NAME_OF_KIND[kind as SyncKind]}: ${why}`);
    throw new Upstream(sentences.join(" "));
  }
  if (turn.isBusy) return { outcome: `${said(calls)} ${ANOTHER}`.trim(), isBusy: true };
  const outcome = calls.size === 0 ? "Nothing was due." : said(calls);
  return { outcome: turn.isLeft ? `${outcome} It goes on.` : outcome, isLeft: turn.isLeft };
}

function isOfNobody({ results }: Turn): boolean {
  const outcomes = Object.values(results).map(({ outcome }) => outcome);
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === "unable");
}

function isOver({ results, failed }: Turn, kind: SyncKind): boolean {
  const outcome = results[kind]?.outcome;
  return outcome === "done" || outcome === "unable" || failed[kind] !== undefined;
}

/** `The list of SIMs: 10 calls. Quotas: 590 calls.` */
function said(calls: ReadonlyMap<SyncKind, number>): string {
  return [...calls]
    .map(
      ([kind, count]) =>
        `${NAME_OF_KIND[kind]}: ${count.toLocaleString("en")} ${count === 1 ? "call" : "calls"}.`,
    )
    .join(" ");
}
