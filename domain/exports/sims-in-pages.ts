import type { Actor } from "#core/actor.ts";
import { readAsActor } from "#db/guard.ts";
import { listSims } from "#domain/sims/list-sims.ts";
import { type Sim, simColumns, toSim } from "#domain/sims/sim.ts";
import { type ExportChoice, simsOfQuery } from "./export-choice.ts";

const PAGE_SIMS = 1000;

/** The chosen SIMs, each page by a statement of its own, so that a slow reader holds nothing up. */
export function simsInPages(actor: Actor, choice: ExportChoice): AsyncGenerator<readonly Sim[]> {
  return "query" in choice ? byQuery(actor, choice.query) : byFilters(actor, choice.filters);
}

async function* byFilters(
  actor: Actor,
  filters: Extract<ExportChoice, { filters: unknown }>["filters"],
): AsyncGenerator<readonly Sim[]> {
  let cursor: string | undefined;
  do {
    const page = await listSims(actor, { ...filters, cursor, limit: PAGE_SIMS });
    yield page.sims;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}

async function* byQuery(
  actor: Actor,
  query: Extract<ExportChoice, { query: unknown }>["query"],
): AsyncGenerator<readonly Sim[]> {
  const iccids = await simsOfQuery(actor, query);
  for (let at = 0; at < iccids.length; at += PAGE_SIMS) {
    const wanted = iccids.slice(at, at + PAGE_SIMS);
    const rows = await readAsActor(
      actor,
      (sql) => sql<Sim[]>`
        select ${simColumns(sql)} from store.sims where iccid = any(${wanted}::text[])`,
    );
    const found = new Map(rows.map((row) => [row.iccid, toSim(row)]));
    yield wanted.flatMap((iccid) => found.get(iccid) ?? []); // one may be gone by now
  }
}
