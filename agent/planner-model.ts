import type { LanguageModel } from "ai";
import { type Actor, hasScope } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { withLists } from "#domain/gazetteer/with-lists.ts";
import { listNames } from "#domain/lists/list-names.ts";
import { type ProviderOffer, providerOffer } from "#domain/providers/provider-offer.ts";
import { ABLE, type Abilities } from "./planner/abilities.ts";
import { plannerModel } from "./planner/model.ts";

export interface PlannerTurn {
  /** IANA time zone of the person. */
  readonly zone: string;
  /**
   * Whether a change that is asked for is kept for people to decide on; one that is only told names no provider.
   * Analyses are shown there too.
   */
  readonly isKept: boolean;
}

/** The built-in planner, knowing the names that the actor's organisation uses and what its provider can do. */
export async function loadPlanner(
  actor: Actor,
  { zone, isKept }: PlannerTurn,
): Promise<LanguageModel> {
  const [names, lists] = await Promise.all([loadGazetteer(actor), listNames(actor)]);
  const gazetteer = withLists(names, lists);
  const abilities = isKept ? abilitiesOf(await providerOffer(actor)) : ABLE;
  return plannerModel({
    gazetteer,
    abilities,
    now: fleetNow(),
    zone,
    showsAnalyses: isKept,
    runsSql: hasScope(actor, "developer"),
  });
}

function abilitiesOf({ capabilities, topUpPackage }: ProviderOffer): Abilities {
  const { set_quota, rate_plan } = capabilities;
  return {
    sellsPackages: topUpPackage !== null,
    whyNot: {
      ...(set_quota === true ? {} : { set_quota }),
      ...(rate_plan === true ? {} : { change_rate_plan: rate_plan }),
    },
  };
}
