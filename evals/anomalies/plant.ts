import { chance, pick, type Random, randomOf, wholeBetween } from "#db/fleet/random.ts";
import { FAMILIES, type FamilyClass } from "./families.ts";
import { HELD_OUT_FAMILIES } from "./held-out-families.ts";
import { HELD_OUT_INCIDENTS, INCIDENTS, type Incident, rhythmLost } from "./incidents.ts";

export interface PlantedSeries {
  readonly id: string;
  readonly family: string;
  readonly class: FamilyClass;
  readonly values: Float64Array;
  readonly incidents: readonly Incident[];
}

export interface PlantOptions {
  readonly seed: number;
  /** Series of each family. */
  readonly each: number;
  readonly days?: number;
  readonly isHeldOut?: boolean;
  /** Of the series, how many get an incident. */
  readonly share?: number;
}

const WARM_UP_DAYS = 35;

/** Series with and without incidents; the same options give the same series. */
export function plant({
  seed,
  each,
  days = 180,
  isHeldOut = false,
  share = 0.4,
}: PlantOptions): PlantedSeries[] {
  const families = Object.entries(isHeldOut ? HELD_OUT_FAMILIES : FAMILIES);
  const planters = isHeldOut ? HELD_OUT_INCIDENTS : INCIDENTS;
  return families.flatMap(([family, { family: draw, class: ofClass }], f) =>
    Array.from({ length: each }, (_, i): PlantedSeries => {
      const random = randomOf(seed, f, i);
      const volumeOf = draw(random, days);
      const values = Float64Array.from({ length: days }, (_, day) => Math.round(volumeOf(day)));
      const incidents = chance(random, share)
        ? [plantOne(random, values, family === "weekly" ? { ...planters, rhythmLost } : planters)]
        : [];
      return { id: `${family} ${i}`, family, class: ofClass, values, incidents };
    }),
  );
}

function plantOne(random: Random, values: Float64Array, planters: typeof INCIDENTS): Incident {
  const [first, ...rest] = Object.values(planters);
  if (!first) throw new Error("There are no incidents to plant.");
  const planter = pick(random, [first, ...rest]);
  for (;;) {
    const firstDay = wholeBetween(random, WARM_UP_DAYS, values.length - 16);
    const incident = planter(random, firstDay, values.length, values);
    const during = values.subarray(firstDay, incident.lastDay + 1);
    // On a day that a device leaves out anyway, an outage or a doubling is no incident.
    if (!during.some((volume) => volume > 0)) continue;
    during.forEach((volume, n) => {
      during[n] = Math.round(incident.change(volume, n));
    });
    return incident;
  }
}
