import type { Actor } from "#core/actor.ts";
import { loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { starters as startersOf } from "./planner/starters.ts";

const MAX_STARTERS = 5;

/** First questions for an empty conversation, in the names of the actor's fleet. */
export async function starters(actor: Actor): Promise<readonly string[]> {
  return startersOf(await loadGazetteer(actor)).slice(0, MAX_STARTERS);
}
