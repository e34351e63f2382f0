import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import { isDuring } from "./incidents.ts";
import { chance, pick, type Random, weighted } from "./random.ts";
import type { Sim } from "./sims.ts";

export interface Network {
  readonly country: string;
  readonly operator: string;
}

const TRIP_DAYS = 5;

/** Where the SIM is on this day: at home, on another network of that country, or travelling. */
export function networkOn(fleet: Fleet, sim: Sim, day: number): Network {
  if (sim.incident?.isAbroad && isDuring(sim.incident, day)) {
    return abroad(fleet, sim, streamOf(fleet, STREAM.network, sim.index, -1));
  }
  if (sim.isRoamer) {
    const random = streamOf(
      fleet,
      STREAM.network,
      sim.index,
      -2 - Math.floor((day + sim.index) / TRIP_DAYS),
    );
    if (chance(random, 0.35)) return abroad(fleet, sim, random);
  }
  const random = streamOf(fleet, STREAM.network, sim.index, day);
  const { country, operators } = sim.home;
  return { country, operator: chance(random, 0.06) ? pick(random, operators) : sim.homeOperator };
}

/** A network of another country; with one country only, another operator of it. */
function abroad(fleet: Fleet, sim: Sim, random: Random): Network {
  const others = fleet.vocabulary.networks.filter(({ country }) => country !== sim.home.country);
  const network =
    others.length > 0
      ? weighted(
          random,
          others.map((n) => [n, n.share]),
        )
      : sim.home;
  return { country: network.country, operator: pick(random, network.operators) };
}
