import type { Actor } from "#core/actor.ts";
import { loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { listSims } from "#domain/sims/list-sims.ts";
import { requirePerson } from "#domain/threads/thread.ts";

const MAX_SIMS = 5;
const MAX_NAMES = 4;

export interface Mention {
  readonly kind: "sim" | "customer" | "tag";
  readonly name: string;
  /** Of a SIM: its ICCID, which stands in the question. */
  readonly iccid?: string;
}

/** What of the fleet may be meant by the beginning of a name, or a part of a number. */
export async function mentions(actor: Actor, text: string): Promise<Mention[]> {
  requirePerson(actor);
  const sought = text.trim().toLowerCase();
  const [{ customers, tags }, { sims }] = await Promise.all([
    loadGazetteer(actor),
    listSims(actor, { limit: MAX_SIMS, ...(sought === "" ? {} : { search: sought }) }),
  ]);
  const named = (kind: "customer" | "tag", names: readonly string[]): Mention[] =>
    names
      .filter((name) => name.toLowerCase().includes(sought))
      .toSorted((a, b) => startsLater(a, sought) - startsLater(b, sought))
      .slice(0, MAX_NAMES)
      .map((name) => ({ kind, name }));
  return [
    ...named("customer", customers),
    ...named("tag", tags),
    ...sims.map(({ iccid, label }) => ({ kind: "sim" as const, name: label ?? iccid, iccid })),
  ];
}

function startsLater(name: string, sought: string): number {
  return name.toLowerCase().startsWith(sought) ? 0 : 1;
}
