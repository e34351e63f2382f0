import type { Actor } from "#core/actor.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";

/** Whoever made a list, and those who may change the fleet: others' questions stand on it too. */
export function mayChange(actor: Actor, madeBy: string): boolean {
  return actor.kind === "user" && (actor.name === madeBy || actor.scopes.has("sims:write"));
}

/** Holds the list until the transaction ends. @throws NotFound, Forbidden */
export async function lockList(sql: Transaction, actor: Actor, name: string): Promise<void> {
  if (actor.kind !== "user") throw new Forbidden("Lists are changed by a person who is signed in.");
  const [list] = await sql<{ made_by: string }[]>`
    select made_by from store.sim_lists where name = ${name} for update`;
  if (!list) throw new NotFound(`There is no list “${name}”.`);
  if (mayChange(actor, list.made_by)) return;
  throw new Forbidden("Only who made this list, an operator or an owner can change it.");
}
