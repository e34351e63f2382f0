import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { SimonError } from "#core/errors.ts";
import { dataAge } from "#domain/fleet/data-age.ts";
import { DataAge } from "./data-age.tsx";

/** Asks the database; a page whose database is away still opens, without this. */
export async function ServerDataAge({ viewer }: { viewer: Actor }) {
  const age = await dataAge(viewer, fleetNow()).catch((error: unknown) => {
    if (error instanceof SimonError) return null;
    throw error;
  });
  if (!age) return null;
  return (
    <DataAge
      newest={age.newest?.toISOString() ?? null}
      sources={age.sources.map((source) => ({
        ...source,
        newest: source.newest?.toISOString() ?? null,
      }))}
    />
  );
}
