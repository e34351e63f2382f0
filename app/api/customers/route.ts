import { withActor } from "#app/api/door.ts";
import { readQuery } from "#app/api/query.ts";
import { fleetNow } from "#core/clock.ts";
import { ListCustomersInput, listCustomers } from "#domain/customers/list-customers.ts";

export const GET = withActor(async (request, actor) =>
  Response.json(await listCustomers(actor, readQuery(request, ListCustomersInput), fleetNow()), {
    headers: { "cache-control": "no-store" },
  }),
);
