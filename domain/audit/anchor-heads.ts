import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import { processWide } from "#core/process-state.ts";
import { beforeClose, database } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";
import { readAnchor, replaceAnchor } from "./anchor-file.ts";

const DELAY_MS = 1_000;
/** A row that has not appeared by then was rolled back: no transaction may take that long. */
const MAX_TRIES = 90;

interface Waiting {
  readonly sequence: number;
  readonly tries: number;
}

interface Anchoring {
  /** By organisation: how far its anchor should come. */
  readonly waiting: Map<string, Waiting>;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void>;
}

function anchoring(): Anchoring {
  return processWide("audit-anchoring", () => ({
    waiting: new Map(),
    timer: undefined,
    running: Promise.resolve(),
  }));
}

/** Anchors what is recorded up to `sequence`, as soon as it is committed; at the latest on closing. */
export function anchorSoon(organizationId: string, sequence: number): void {
  const state = anchoring();
  const before = state.waiting.get(organizationId)?.sequence ?? 0;
  state.waiting.set(organizationId, { sequence: Math.max(before, sequence), tries: 0 });
  schedule(state);
  beforeClose(flushAnchors);
}

/** What a process that died did not anchor any more. */
export async function anchorAll(): Promise<void> {
  const { sql } = await database();
  const organizations = await sql<{ id: string }[]>`select id from public.organization`;
  for (const { id } of organizations) anchorSoon(id, 0);
}

/** Anchors what waits for it, now. */
export async function flushAnchors(): Promise<void> {
  const state = anchoring();
  clearTimeout(state.timer);
  state.timer = undefined;
  state.running = state.running.then(() => anchorWaiting(state));
  await state.running;
}

function schedule(state: Anchoring): void {
  state.timer ??= setTimeout(async () => {
    await flushAnchors();
    if (state.waiting.size > 0) schedule(state);
  }, DELAY_MS).unref();
}

/** Never fails: what could not be anchored is logged, and waits for another try. */
async function anchorWaiting(state: Anchoring): Promise<void> {
  const now = [...state.waiting];
  state.waiting.clear();
  for (const [organizationId, { sequence, tries }] of now) {
    try {
      if ((await anchorHead(organizationId)) >= sequence) continue;
    } catch (error) {
      log().error({ err: error, organizationId }, "the audit log was not anchored");
    }
    const newer = state.waiting.get(organizationId);
    if (newer || tries + 1 >= MAX_TRIES) continue;
    state.waiting.set(organizationId, { sequence, tries: tries + 1 });
  }
}

/**
 * Moves the anchor of an organisation to its newest committed row, if the log still holds the row that
 * was anchored: what was cut or rewritten must not be covered up by what comes after.
 *
 * @returns how far the anchor reaches; infinity where it cannot move.
 */
async function anchorHead(organizationId: string): Promise<number> {
  const actor = systemActor({ id: organizationId, name: organizationId });
  while (true) {
    const anchor = readAnchor(organizationId);
    const [head] = await readAsActor(
      actor,
      (sql) => sql<{ sequence: number; hash: string; hash_at_anchor: string | null }[]>`
        select h.sequence, encode(h.hash, 'hex') as hash,
          (select encode(anchored.hash, 'hex') from store.audit_logs anchored
            where anchored.sequence = ${anchor?.sequence ?? 0}) as hash_at_anchor
        from store.audit_heads h
        join store.audit_logs newest on newest.sequence = h.sequence and newest.hash = h.hash`,
    );
    if (anchor && head?.hash_at_anchor !== anchor.hash) {
      log().error(
        { organizationId, anchored: anchor.sequence },
        "the audit log does not fit its anchor any more; run npm run audit:verify",
      );
      return Number.POSITIVE_INFINITY;
    }
    if (!head || (anchor && head.sequence <= anchor.sequence)) return anchor?.sequence ?? 0;
    const { sequence, hash } = head;
    const anchoredAt = wallNow().toISOString();
    if (replaceAnchor(organizationId, anchor, { sequence, hash, anchoredAt })) return sequence;
  }
}
