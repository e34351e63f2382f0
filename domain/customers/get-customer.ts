import type { Actor } from "#core/actor.ts";
import { toDay } from "#core/day.ts";
import { NotFound } from "#core/errors.ts";
import { asReader } from "#db/guard.ts";
import type { Customer } from "./customer.ts";
import { type CustomerRow, customerRows, toCustomer } from "./customer-rows.ts";
import { monthsUntil } from "./months.ts";
import { requireFleet } from "./require-fleet.ts";

/** @throws NotFound where no SIM belongs to a customer of that name. */
export async function getCustomer(actor: Actor, customer: string, now: Date): Promise<Customer> {
  requireFleet(actor);
  const months = monthsUntil(toDay(now));
  const [row] = await asReader(
    actor,
    (sql) => sql<CustomerRow[]>`${customerRows(sql, months, sql`s.customer = ${customer}`)}`,
  );
  if (row) return toCustomer(row, months);
  throw new NotFound(`No SIM belongs to a customer named ${customer}.`);
}
