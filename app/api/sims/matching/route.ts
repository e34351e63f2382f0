import { z } from "zod";
import { withActor } from "#app/api/door.ts";
import { readQuery } from "#app/api/query.ts";
import { matchingSims } from "#domain/sims/matching-sims.ts";
import { SimFilters } from "#domain/sims/sim-filters.ts";

/** As the list of SIMs is asked over REST: several of one kind stand between commas. */
const Asked = z
  .record(z.string(), z.string())
  .transform((query) =>
    Object.fromEntries(
      Object.entries(query).map(([name, value]) =>
        name === "status" || name === "without" ? [name, value.split(",")] : [name, value],
      ),
    ),
  )
  .pipe(SimFilters);

export const GET = withActor(async (request, actor) =>
  Response.json(await matchingSims(actor, readQuery(request, Asked)), {
    headers: { "cache-control": "no-store" },
  }),
);
