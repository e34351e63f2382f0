import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { NAME_OF_KIND } from "../kinds.ts";
import { AGE_KINDS, type AgeKind, isStale, sourceAges, staleFrom } from "./ages.ts";

export const NAME_OF_AGE: Readonly<Record<AgeKind, string>> = {
  ...NAME_OF_KIND,
  events: "Network events",
};
const HOUR_MS = 3_600_000;

interface Stale {
  readonly kind: AgeKind;
  readonly asOf: Date;
  readonly since: Date;
}

/** Each kind of data that should have been renewed by now; none for a fleet without a provider. */
export async function staleIn(sql: Transaction): Promise<Stale[]> {
  if (!(await connectionIn(sql))) return [];
  const ages = await sourceAges(sql);
  return AGE_KINDS.flatMap((kind) => {
    const asOf = ages.find((age) => age.kind === kind)?.as_of;
    if (!asOf || !isStale(kind, asOf)) return [];
    return { kind, asOf, since: staleFrom(kind, asOf) };
  });
}

/** A sentence for each. */
export async function staleNotes(actor: Actor): Promise<string[]> {
  const stale = await asActor(actor, staleIn);
  return stale.map(
    ({ kind, asOf }) => `${NAME_OF_AGE[kind]}: last brought up to date ${saidAge(asOf)} ago.`,
  );
}

function saidAge(asOf: Date): string {
  const hours = Math.floor((fleetNow().getTime() - asOf.getTime()) / HOUR_MS);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
