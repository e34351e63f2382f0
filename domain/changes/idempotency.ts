import { createHash } from "node:crypto";
import type { Actor } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { violatedKey } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import type { ChangePreview } from "./change.ts";
import { type Proposal, toProposal } from "./proposal.ts";

/**
 * Makes a proposal once for each key of a caller: the same request gets the same answer again, however
 * often and from however many sides it comes.
 *
 * @throws Conflict when the key was used for another request.
 */
export async function onceForKey(
  actor: Actor,
  key: string | undefined,
  hash: string,
  make: (sql: Transaction) => Promise<Proposal>,
): Promise<Proposal> {
  const attempt = () =>
    asActor(actor, async (sql) => (await earlier(sql, actor, key, hash)) ?? (await make(sql)));
  try {
    return await attempt();
  } catch (error) {
    if (key === undefined || violatedKey(error) === null) throw error;
    return attempt(); // another request with this key was first, and is there to be found now
  }
}

export function callerOf(actor: Actor): string {
  return actor.kind === "apiKey" ? `key:${actor.keyId}` : `user:${actor.userId}`;
}

/** Of the tool and its parsed input, whose keys stand in the order of their schema. */
export function hashOf(tool: string, input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([tool, input]))
    .digest("hex");
}

async function earlier(
  sql: Transaction,
  actor: Actor,
  key: string | undefined,
  hash: string,
): Promise<Proposal | null> {
  if (key === undefined) return null;
  const [row] = await sql<
    { id: string; input_hash: string; preview: ChangePreview; expires_at: Date }[]
  >`
    select id, input_hash, preview, expires_at from store.change_sets
    where idempotency_caller = ${callerOf(actor)} and idempotency_key = ${key}`;
  if (!row) return null;
  if (row.input_hash === hash) return toProposal(row.id, row.expires_at, row.preview);
  throw keyIsTaken();
}

export function keyIsTaken(): Conflict {
  return new Conflict(
    "This Idempotency-Key was used for another request. Use a new key for a new request.",
  );
}
