import { addState, GROUP_NUMBERS } from "../forecast/group.ts";
import type { Analysed } from "./types.ts";

/** The sums of several parts, each once. */
export function addedSums(parts: readonly Pick<Analysed, "sums" | "sumStates">[]): {
  readonly names: string[];
  readonly states: Float64Array;
} {
  const names = [...new Set(parts.flatMap(({ sums }) => sums))];
  const places = new Map(names.map((name, place) => [name, place * GROUP_NUMBERS]));
  const states = new Float64Array(names.length * GROUP_NUMBERS);
  for (const { sums, sumStates } of parts) {
    sums.forEach((name, i) => {
      addState(states, places.get(name) ?? 0, sumStates, i * GROUP_NUMBERS);
    });
  }
  return { names, states };
}
