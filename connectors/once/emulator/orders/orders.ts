import type { Sim } from "../sims/sims.ts";
import { isoOf } from "../units.ts";
import type { World } from "../world.ts";
import { CURRENCY, grossCents } from "./products.ts";

export type OrderType =
  | "FIRST_ORDER"
  | "ADDITIONAL_ORDER"
  | "TOPUP"
  | "BULK_TOPUP"
  | "TARIFF_CHANGE";

export interface OrderedProduct {
  readonly product_id: number;
  readonly quantity: number;
}

export interface Order {
  readonly number: number;
  readonly type: OrderType;
  readonly at_ms: number;
  readonly status: string;
  readonly amount_cents: number;
  readonly payment_method: string | null;
  readonly reference: string | null;
  /** JSON, as `iccids` and `products`. */
  readonly address: string | null;
  readonly iccids: string;
  readonly products: string;
}

const FIRST_NUMBER = 2_000_000_001;

/** @returns the order's number. */
export function createOrder(
  { store, clock }: World,
  order: {
    readonly type: OrderType;
    readonly status: "OPEN" | "COMPLETED";
    readonly products: readonly OrderedProduct[];
    readonly sims?: readonly Sim[];
    readonly paymentMethod?: string;
    readonly reference?: string;
    readonly address?: unknown;
  },
): number {
  const last = store.one<{ number: number | null }>("select max(number) as number from orders");
  const number = (last?.number ?? FIRST_NUMBER - 1) + 1;
  const cents = order.products.reduce(
    (sum, { product_id, quantity }) => sum + grossCents(product_id, quantity),
    0,
  );
  store.run(
    `insert into orders (number, type, at_ms, status, amount_cents, payment_method, reference,
       address, iccids, products) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    order.type,
    clock.nowMs(),
    order.status,
    cents,
    order.paymentMethod,
    order.reference,
    order.address === undefined ? null : JSON.stringify(order.address),
    JSON.stringify((order.sims ?? []).map(({ iccid }) => iccid)),
    JSON.stringify(order.products),
  );
  return number;
}

export function findOrder(world: World, number: number): Order | undefined {
  return world.store.one<Order>(
    "select * from orders where number = ? and at_ms <= ?",
    number,
    visibleUntilMs(world),
  );
}

/** @param order An `order by` of ours. */
export function listOrders(
  world: World,
  { order, limit, offset }: { order: string; limit: number; offset: number },
): Order[] {
  return world.store.all<Order>(
    `select * from orders where at_ms <= ? order by ${order} limit ? offset ?`,
    visibleUntilMs(world),
    limit,
    offset,
  );
}

function visibleUntilMs({ clock, settings }: World): number {
  return clock.nowMs() - Math.round(settings.orderAppearsMs / settings.timeFactor);
}

export function orderJson(order: Order, origin: string) {
  const iccids: string[] = JSON.parse(order.iccids);
  return {
    order_number: order.number,
    order_type: order.type,
    order_date: isoOf(order.at_ms),
    order_status: order.status,
    invoice_number: String(order.number - 1_980_000_000),
    invoice_amount: (order.amount_cents / 100).toFixed(2),
    currency: CURRENCY,
    ...(order.address === null ? {} : { shipping_address: JSON.parse(order.address) }),
    sims: iccids.map((iccid) => ({
      iccid,
      _links: [{ rel: "self", href: `${origin}/management-api/v1/sims/${iccid}` }],
    })),
    products: JSON.parse(order.products),
  };
}
