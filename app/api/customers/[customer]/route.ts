import { withActor } from "#app/api/door.ts";
import { fleetNow } from "#core/clock.ts";
import { getCustomer } from "#domain/customers/get-customer.ts";

export const GET = withActor<{ customer: string }>(async (_request, actor, { customer }) =>
  Response.json(await getCustomer(actor, customer, fleetNow()), {
    headers: { "cache-control": "no-store" },
  }),
);
