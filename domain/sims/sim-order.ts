import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import type { Sql } from "#db/database.ts";
import { SIM_ORDERS } from "./orders.ts";

export const SimOrder = z.object({
  sort: z.enum(SIM_ORDERS).default("iccid"),
  direction: z.enum(["asc", "desc"]).default("asc").meta({
    description: "those without a value come last",
  }),
});
export type SimOrder = z.output<typeof SimOrder>;

const Iccid = z.string().regex(/^\d{19}$/);

/** The SIM after which a page begins. `value`: as the database writes it; null among those that have none. */
export const SimPlace = z.union([
  z.strictObject({ after: Iccid }),
  z.strictObject({
    after: Iccid,
    by: z.enum(SIM_ORDERS),
    direction: z.enum(["asc", "desc"]),
    value: z.string().max(1000).nullable(),
  }),
]);
export type SimPlace = z.output<typeof SimPlace>;

/** @throws Invalid where `place` is one of another order. */
export function requireSameOrder(place: SimPlace | null, { sort, direction }: SimOrder): void {
  if (place === null) return;
  const of = "by" in place ? place : { by: "iccid", direction: "asc" };
  if (of.by === sort && of.direction === direction) return;
  throw new Invalid("cursor: it is of another order. Start again without it.");
}

export function placeOf(order: SimOrder, iccid: string, value: string | null): SimPlace {
  if (order.sort === "iccid" && order.direction === "asc") return { after: iccid };
  return { after: iccid, by: order.sort, direction: order.direction, value };
}

/** A part of the list: all of it where every SIM has a value, else those with one, then those without. */
export type Part = "all" | "valued" | "without";

/** What of the list is still to come. Each part is a range of an index; one condition over both would be none. */
export function partsFrom({ sort }: SimOrder, place: SimPlace | null): readonly Part[] {
  if (sort === "iccid") return ["all"];
  if (sort === "status") return ["valued"];
  return place && "value" in place && place.value === null ? ["without"] : ["valued", "without"];
}

/** Which SIMs of a part come after `place`, and in which order. */
export function rangeOf(
  sql: Sql,
  part: Part,
  { sort, direction }: SimOrder,
  place: SimPlace | null,
) {
  const toward = direction === "asc" ? sql`asc` : sql`desc`;
  const beyond = direction === "asc" ? sql`>` : sql`<`;
  // Named with its table: the list also gives an instant as text of the same name.
  const column = sql(`sims.${sort}`);
  const value = place && "value" in place ? place.value : null;
  const afterIccid = place ? sql`iccid ${beyond} ${place.after}` : sql`true`;
  if (part === "all") return { where: afterIccid, orderBy: sql`iccid ${toward}` };
  if (part === "without") {
    const after = value === null ? afterIccid : sql`true`;
    return { where: sql`${column} is null and ${after}`, orderBy: sql`iccid ${toward}` };
  }
  const type = sort === "last_seen_at" ? sql`timestamptz` : sql`text`;
  return {
    where: place
      ? sql`(${column}, iccid) ${beyond} (${value}::text::${type}, ${place.after})`
      : sql`${column} is not null`,
    orderBy: sql`${column} ${toward}, iccid ${toward}`,
  };
}
