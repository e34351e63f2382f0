import { z } from "zod";
import { ProviderError } from "../../provider.ts";
import type { OrderReading } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { theirNow } from "../http/refusal.ts";
import { instant, text } from "./fields.ts";

const PAGE_SIZE = 10;

const KINDS: Readonly<Record<string, OrderReading["kind"]>> = {
  FIRST_ORDER: "first",
  ADDITIONAL_ORDER: "additional",
  TOPUP: "top_up",
  BULK_TOPUP: "bulk_top_up",
  TARIFF_CHANGE: "tariff_change",
};

const Order = z
  .object({
    order_number: z.union([z.string(), z.number()]).transform(String),
    order_type: text.optional(),
    order_date: instant.optional(),
    order_status: text.optional(),
    invoice_amount: text.optional(),
    currency: text.optional(),
    sims: z
      .array(z.object({ iccid: z.string().transform((iccid) => iccid.slice(0, 19)) }))
      .nullable()
      .optional(),
  })
  .transform(
    (order): OrderReading => ({
      number: order.order_number,
      kind: KINDS[order.order_type ?? ""] ?? "other",
      status: order.order_status ?? "unknown",
      ordered_at: order.order_date ?? null,
      amount: order.invoice_amount ?? null,
      currency: order.currency ?? null,
      iccids: (order.sims ?? []).map(({ iccid }) => iccid),
    }),
  );

export interface OrderPage {
  readonly orders: readonly OrderReading[];
  /** What their clock showed when they answered. */
  readonly theirNow: Date;
}

/**
 * All orders, the newest first, page by page. Their API documents no descending order and no count: where it
 * does not heed the wish for one, the last page is looked for, and the way is from there to the front.
 */
export async function* ordersFromNewest(
  account: OnceAccount,
  signal: AbortSignal,
): AsyncGenerator<OrderPage> {
  const wished = await pageOf(account, { page: 1, sort: "-order_date" }, signal).catch(orIgnored);
  if (wished && isDescending(wished.orders)) {
    yield newestFirst(wished);
    for (let page = 2, last = wished; isFull(last); page++) {
      last = await pageOf(account, { page, sort: "-order_date" }, signal);
      yield newestFirst(last);
    }
    return;
  }
  for (let page = await lastPage(account, signal); page >= 1; page--) {
    yield newestFirst(await pageOf(account, { page, sort: "order_date" }, signal));
  }
}

/** At most `limit` orders, the newest first. */
export async function listOrders(
  account: OnceAccount,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<OrderReading[]> {
  const orders: OrderReading[] = [];
  for await (const page of ordersFromNewest(account, signal)) {
    orders.push(...page.orders);
    if (orders.length >= limit) break;
  }
  return orders.slice(0, limit);
}

async function pageOf(
  account: OnceAccount,
  query: { readonly page: number; readonly sort: string },
  signal: AbortSignal,
): Promise<OrderPage> {
  const found = await read(account, {
    path: "v1/orders",
    query: { ...query, pageSize: PAGE_SIZE },
    schema: z.array(Order),
    signal,
  });
  return { orders: found?.value ?? [], theirNow: theirNow(found?.headers ?? new Headers()) };
}

/** A sort that it does not know may be refused as not valid. */
function orIgnored(error: unknown): null {
  if (error instanceof ProviderError && error.kind === "rejected") return null;
  throw error;
}

function isFull({ orders }: OrderPage): boolean {
  return orders.length >= PAGE_SIZE;
}

/** A single page is whole in any order. */
function isDescending(orders: readonly OrderReading[]): boolean {
  const first = orders[0]?.ordered_at;
  const last = orders.at(-1)?.ordered_at;
  return orders.length < PAGE_SIZE || (!!first && !!last && first > last);
}

function newestFirst({ orders, theirNow }: OrderPage): OrderPage {
  return { orders: orders.toSorted((a, b) => timeOf(b) - timeOf(a)), theirNow };
}

/** An order without a date may be new. */
function timeOf({ ordered_at }: OrderReading): number {
  return ordered_at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** Doubles the step until it is beyond the end, then halves the gap. At least 1. */
async function lastPage(account: OnceAccount, signal: AbortSignal): Promise<number> {
  const isThere = async (page: number) =>
    (await pageOf(account, { page, sort: "order_date" }, signal)).orders.length > 0;
  let there = 1;
  let beyond = 2;
  while (await isThere(beyond)) {
    there = beyond;
    beyond *= 2;
  }
  while (beyond - there > 1) {
    const middle = Math.floor((there + beyond) / 2);
    if (await isThere(middle)) there = middle;
    else beyond = middle;
  }
  return there;
}
