import { Forbidden, Invalid } from "#core/errors.ts";
import { type Place, where } from "./place.ts";

/** `Line 2, column 5: there is no view simz. Did you mean sims?` */
export function invalidAt(place: Place, sentence: string, cause?: unknown): Invalid {
  return new Invalid(`${where(place)}: ${sentence}`, { cause, details: details(place) });
}

export function forbiddenAt(place: Place, sentence: string): Forbidden {
  return new Forbidden(`${where(place)}: ${sentence}`, { details: details(place) });
}

function details({ line, column }: Place) {
  return { line, column };
}
