import type { Fleet } from "./fleet.ts";
import { slugOf } from "./identifiers.ts";

/** Who works at an organisation of the demo: e-mail addresses under a name that no one can own. */
export function peopleOf(fleet: Fleet): readonly string[] {
  const domain = `${slugOf(fleet.organizationName)}.example`;
  return NAMES.map((name) => `${name}@${domain}`);
}

const NAMES = [
  "mira.lindqvist",
  "jonas.weber",
  "aisha.rahman",
  "tomasz.nowak",
  "claire.dubois",
] as const;
