import type { FleetBoard } from "#analytics/fleet/joint.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";

/** A shard's SIMs, which stand on the fleet's board from `first` on. */
export interface Members {
  readonly position: number;
  readonly first: number;
  readonly iccids: readonly string[];
}

interface Row {
  readonly place: number;
  readonly customer: string | null;
  readonly country: string | null;
  readonly operator: string | null;
  readonly tags: string[];
}

/** The groups that SIMs may move with, named as a person would: `customer Acme`, `tag cold-chain`. */
export async function groupsOf(
  actor: Actor,
  members: readonly Members[],
): Promise<FleetBoard["groups"]> {
  const places = new Map<string, number[]>();
  for (const { first, iccids } of members) {
    const rows = await asActor(
      actor,
      (sql) => sql<Row[]>`
        select m.place - 1 as place, s.customer, s.country, s.operator, s.tags
        from unnest(${iccids as string[]}::text[]) with ordinality as m (iccid, place)
        join store.sims s on s.iccid = m.iccid`,
    );
    for (const row of rows) {
      for (const name of namesOf(row)) {
        const group = places.get(name) ?? [];
        group.push(first + row.place);
        places.set(name, group);
      }
    }
  }
  return Array.from(places, ([name, group]) => ({ name, places: Int32Array.from(group) }));
}

function namesOf({ customer, country, operator, tags }: Row): string[] {
  return [
    ...(customer ? [`customer ${customer}`] : []),
    ...(country ? [`country ${country}`] : []),
    ...(operator ? [`operator ${operator}`] : []),
    ...[...new Set(tags)].map((tag) => `tag ${tag}`),
  ];
}
