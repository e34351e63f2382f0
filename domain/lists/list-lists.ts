import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import { mayChange } from "./may-change.ts";

const MAX_LISTS = 500;

/** SIMs that somebody brought along in a file, under a name. */
export interface SimList {
  readonly name: string;
  /** Of the fleet, by now. */
  readonly sims: number;
  /** ICCIDs of the file that the fleet did not have. */
  readonly not_found: number;
  /** E-mail. */
  readonly made_by: string;
  readonly made_at: Date;
  /** Whether the reader may rename and delete it. */
  readonly may_change: boolean;
}

/** The organisation's lists, the latest first. @throws Forbidden for who may not see SIMs */
export async function listLists(actor: Actor): Promise<SimList[]> {
  if (!actor.scopes.has("sims:read")) throw new Forbidden("Lists are for those who see SIMs.");
  const rows = await readAsActor(
    actor,
    (sql) => sql<Omit<SimList, "may_change">[]>`
      select name, made_by, made_at, cardinality(not_found) as not_found,
        (select count(*) from store.listed_sims l join store.sims using (iccid)
          where l.list = sim_lists.name) as sims
      from store.sim_lists order by made_at desc, name limit ${MAX_LISTS}`,
  );
  return rows.map((row) => ({ ...row, may_change: mayChange(actor, row.made_by) }));
}
