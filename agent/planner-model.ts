import type { LanguageModel } from "ai";
import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { plannerModel } from "./planner/model.ts";

/** The built-in planner, knowing the names that the actor's organisation uses. */
export async function loadPlanner(actor: Actor, zone: string): Promise<LanguageModel> {
  return plannerModel({ gazetteer: await loadGazetteer(actor), now: fleetNow(), zone });
}
