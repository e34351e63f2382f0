import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";
import { type OfferedModel, offeredModels } from "./offered-models.ts";

/** The model that answers in the actor's organisation: its owners' choice, else the first of `SIMON_MODEL`. */
export async function modelOf(actor: Actor): Promise<OfferedModel> {
  const offered = offeredModels();
  const [first] = offered;
  if (!first) throw new Error("there is always the planner");
  if (offered.length === 1) return first;
  const [row] = await readAsActor(
    actor,
    (sql) => sql<{ model: string | null }[]>`select model from store.organization_settings`,
  );
  return offered.find(({ name }) => name === row?.model) ?? first;
}

export async function chosenIn(sql: Transaction): Promise<string | null> {
  const [row] = await sql<{ model: string | null }[]>`
    select model from store.organization_settings`;
  return row?.model ?? null;
}
