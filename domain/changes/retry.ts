import type { Actor } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { hashOf } from "./idempotency.ts";
import { kindOf } from "./kinds.ts";
import type { Proposal } from "./proposal.ts";
import { keep, requireProposer } from "./propose.ts";
import { lockChange, type StoredChange } from "./stored.ts";
import { isTakenUp } from "./taken-up.ts";

/**
 * Proposes the failed rows of a change once more, as a change of its own. What is unknown is left out:
 * it may have happened; and so is what another retry has taken up.
 *
 * @throws Conflict when none is left.
 */
export async function proposeRetry(actor: Actor, id: string): Promise<Proposal> {
  await requireProposer(actor, "retry_change");
  return asActor(actor, async (sql) => {
    const change = await lockChange(sql, id, "update"); // of two at once, one sees the other
    if (change.undo_of !== null) {
      throw new Conflict("Undo the change itself once more: it has the rows that are left.");
    }
    const retry = {
      kind: kindOf(change.tool),
      input: change.input,
      targets: await failedIn(sql, change),
      isNamed: true, // each was on the list that somebody approved
      words: change.words ?? undefined,
      retryOf: id,
    };
    return keep(sql, actor, retry, hashOf("retry_change", { change_id: id }));
  });
}

/** Each failed row is tried again by one change at most. */
async function failedIn(sql: Transaction, { id }: StoredChange): Promise<string[]> {
  const failed = await sql<{ target: string; is_taken_up: boolean }[]>`
    select target, ${isTakenUp(sql)} as is_taken_up from store.change_items i
    where change_id = ${id} and state = 'failed' order by position`;
  if (failed.length === 0) throw new Conflict("No row of this change failed.");
  const left = failed.filter(({ is_taken_up }) => !is_taken_up);
  if (left.length > 0) return left.map(({ target }) => target);
  throw new Conflict("What failed is in a newer change, which tries it again.");
}
