import { z } from "zod";
import { type Answer, badInput, type Call, notFound } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { createOrder, findOrder, listOrders, orderJson } from "../orders/orders.ts";
import { PRODUCTS } from "../orders/products.ts";
import { orderOf, pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { parse } from "./input.ts";

const COLUMNS = { order_number: "number", order_status: "status", order_date: "at_ms" };

/** The oldest first unless asked, ten at most, and no header that tells how many there are. */
export function getOrders(world: World, call: Call): Answer {
  const page = pageOf(call, { most: 10, preset: 10 });
  const sort = call.query.get("sort") ?? "";
  const heeded = world.settings.descendingOrders ? sort : sort.replaceAll("-", "");
  const orders = listOrders(world, {
    order: orderOf(heeded, COLUMNS, "number asc"),
    limit: page.size,
    offset: page.offset,
  });
  return { status: 200, json: orders.map((order) => orderJson(order, call.origin)) };
}

export function getOrder(world: World, call: Call): Answer {
  const number = call.params.order_number ?? "";
  const order = /^\d{1,15}$/.test(number) ? findOrder(world, Number(number)) : undefined;
  if (!order) throw notFound();
  return { status: 200, json: orderJson(order, call.origin) };
}

const request = z.object({
  products: z
    .array(z.object({ productId: z.number().int(), quantity: z.number().int().min(1) }))
    .min(1),
  delivery_address: z.record(z.string(), z.string()).optional(),
  customer_reference: z.string().optional(),
});

/** New SIMs are shipped; none appears in the list. */
export function postOrder(world: World, call: Call): Answer {
  const { products, delivery_address, customer_reference } = parse(
    request,
    call.body,
    call.version,
  );
  for (const { productId } of products) {
    if (!PRODUCTS.some(({ id }) => id === productId)) {
      throw badInput(call.version, `There is no product ${productId}`);
    }
  }
  const number = createOrder(world, {
    type: "ADDITIONAL_ORDER",
    status: "OPEN",
    products: products.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
    reference: customer_reference,
    address: delivery_address,
  });
  logEffect(world, { client: call.client, kind: "order", after: { number, products } });
  return {
    status: 201,
    headers: { Location: `${call.origin}/management-api/v1/orders/${number}` },
  };
}
