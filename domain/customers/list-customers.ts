import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { toDay } from "#core/day.ts";
import { asReader } from "#db/guard.ts";
import { containing } from "#db/like.ts";
import { CUSTOMER_ORDERS, type Customer } from "./customer.ts";
import { type CustomerRow, customerRows, toCustomer } from "./customer-rows.ts";
import { monthsUntil } from "./months.ts";
import { requireFleet } from "./require-fleet.ts";

export const ListCustomersInput = z.object({
  /** A name in part. */
  search: z.string().trim().min(1).max(200).optional(),
  order: z.enum(CUSTOMER_ORDERS).default("month_volume"),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListCustomersInput = z.output<typeof ListCustomersInput>;

export interface CustomerPage {
  readonly customers: Customer[];
  readonly next_cursor: string | null;
}

/** The value that orders, then the name. */
const Place = z.object({ value: z.number(), name: z.string() });

/** Customers with their figures, a page at a time; SIMs that belong to nobody are the last among equals. */
export async function listCustomers(
  actor: Actor,
  { search, order, cursor, limit }: ListCustomersInput,
  now: Date,
): Promise<CustomerPage> {
  requireFleet(actor);
  const after = cursor === undefined ? null : decodeCursor(cursor, Place);
  const months = monthsUntil(toDay(now));
  const pattern = search && containing(search);
  const rows = await asReader(
    actor,
    (sql) => sql<(CustomerRow & { place_value: number; place_name: string })[]>`
      select * from (
        select c.*, ${order === "name" ? sql`0::bigint` : sql`coalesce(c.${sql(order)}, 0)::bigint`} as place_value,
          coalesce(lower(customer) || chr(1) || customer, chr(1114111)) collate "C" as place_name
        from (${customerRows(sql, months, pattern ? sql`s.customer ilike ${pattern}` : null)}) c
      ) as placed
      where ${
        after === null
          ? sql`true`
          : sql`place_value < ${after.value}::bigint
              or (place_value = ${after.value}::bigint and place_name > ${after.name})`
      }
      order by place_value desc, place_name limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    customers: page.map(({ place_value, place_name, ...row }) => toCustomer(row, months)),
    next_cursor: last ? encodeCursor({ value: last.place_value, name: last.place_name }) : null,
  };
}
