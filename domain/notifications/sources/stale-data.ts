import { hasScope } from "#core/actor.ts";
import { NAME_OF_AGE, staleIn } from "#domain/sync/status/stale-notes.ts";
import type { Source } from "../notification.ts";

/** Each kind of data that should have been renewed by now, for as long as it is so. */
export const staleData: Source = async (sql, person) => {
  const href = hasScope(person, "org:admin") ? "/settings/sync" : "/overview";
  const stale = await staleIn(sql);
  return stale.map(({ kind, since }) => ({
    ref: kind,
    text: `${NAME_OF_AGE[kind]}: older than it should be`,
    href,
    at: since,
  }));
};
