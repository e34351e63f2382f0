import { GROUPINGS, type Grouping } from "../subject.ts";

/** A sum's key is its kind and, but of the fleet, its name. */
const SEPARATOR = "\u001f";

interface Member {
  readonly customer: string | null;
  readonly country: string | null;
  readonly tags: readonly string[];
}

/** The sums of forecasts that a SIM is part of. */
export function sumsOf({ customer, country, tags }: Member): string[] {
  const sums = [keyOf("fleet")];
  if (customer) sums.push(keyOf("customer", customer));
  if (country) sums.push(keyOf("country", country));
  for (const tag of new Set(tags)) sums.push(keyOf("tag", tag));
  return sums;
}

export const keyOf = (kind: Grouping, name = ""): string => `${kind}${SEPARATOR}${name}`;

export function sumOfKey(key: string): { kind: Grouping; name: string } {
  const [kind, name = ""] = key.split(SEPARATOR);
  const known = GROUPINGS.find((each) => each === kind);
  if (!known) throw new Error(`no sum is called ${kind}`);
  return { kind: known, name };
}
