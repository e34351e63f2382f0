import type { LanguageModel } from "ai";
import type { Actor } from "#core/actor.ts";
import { Upstream } from "#core/errors.ts";

/** The built-in planner, knowing the names that the actor's organisation uses. */
export async function loadPlanner(_actor: Actor, _zone: string): Promise<LanguageModel> {
  throw new Upstream("The built-in planner is not there yet. Set SIMON_MODEL to a language model.");
}
