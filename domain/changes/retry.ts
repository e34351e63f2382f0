import type { Actor } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { kindOf } from "./kinds.ts";
import type { Proposal } from "./proposal.ts";
import { propose, requireProposer } from "./propose.ts";
import { lockChange } from "./stored.ts";

/**
 * Proposes the failed rows of a change once more, as a change of its own. What is unknown is left out:
 * it may have happened.
 *
 * @throws Conflict when none failed.
 */
export async function proposeRetry(actor: Actor, id: string): Promise<Proposal> {
  await requireProposer(actor, "retry_change");
  const { change, targets } = await asActor(actor, async (sql) => {
    const change = await lockChange(sql, id, "share");
    const rows = await sql<{ target: string }[]>`
      select target from store.change_items
      where change_id = ${id} and state = 'failed' order by position`;
    return { change, targets: rows.map(({ target }) => target) };
  });
  if (targets.length === 0) throw new Conflict("No row of this change failed.");
  if (change.undo_of !== null) {
    throw new Conflict("Undo the change itself once more: it has the rows that are left.");
  }
  return propose(actor, {
    kind: kindOf(change.tool),
    input: change.input,
    asked: { retry_of: id },
    targets,
    isNamed: true, // each was on the list that somebody approved
    words: change.words ?? undefined,
  });
}
