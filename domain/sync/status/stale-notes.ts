import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { NAME_OF_KIND } from "../kinds.ts";
import { AGE_KINDS, type AgeKind, isStale, sourceAges } from "./ages.ts";

const NAMES: Readonly<Record<AgeKind, string>> = {
  ...NAME_OF_KIND,
  events: "Network events",
};
const HOUR_MS = 3_600_000;

/** A sentence for each kind of data that should have been renewed by now; none for a fleet without a provider. */
export function staleNotes(actor: Actor): Promise<string[]> {
  return asActor(actor, async (sql) => {
    const connection = await connectionIn(sql);
    if (!connection) return [];
    const ages = await sourceAges(sql);
    return AGE_KINDS.flatMap((kind) => {
      const newest = ages.find((age) => age.kind === kind);
      if (!newest || !isStale(kind, newest.as_of)) return [];
      return `${NAMES[kind]}: last brought up to date ${saidAge(newest.as_of)} ago.`;
    });
  });
}

function saidAge(asOf: Date): string {
  const hours = Math.floor((fleetNow().getTime() - asOf.getTime()) / HOUR_MS);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
