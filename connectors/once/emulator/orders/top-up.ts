import { type EffectKind, logEffect } from "../effects.ts";
import { addToQuota, quotaOf } from "../quotas/quotas.ts";
import type { Sim } from "../sims/sims.ts";
import { MEGABYTE } from "../units.ts";
import type { World } from "../world.ts";
import { createOrder, type OrderType } from "./orders.ts";
import { ADDED_MEGABYTES, ADDED_SMS, TOP_UP_PRODUCT } from "./products.ts";

/**
 * Buys one top-up for each SIM, as one order. Nothing tells a repeated request from a second wish, so
 * a repetition buys again.
 *
 * @returns the order's number.
 */
export function topUp(
  world: World,
  sims: readonly Sim[],
  {
    client,
    type,
    kind = "top_up",
    paymentMethod,
  }: {
    readonly client: string;
    readonly type: OrderType;
    readonly kind?: EffectKind;
    readonly paymentMethod: string;
  },
): number {
  const order = createOrder(world, {
    type,
    status: "COMPLETED",
    products: [{ product_id: TOP_UP_PRODUCT, quantity: sims.length }],
    sims,
    paymentMethod,
  });
  for (const sim of sims) {
    const before = amountsOf(world, sim);
    addToQuota(world, sim, "data", ADDED_MEGABYTES * MEGABYTE);
    addToQuota(world, sim, "sms", ADDED_SMS);
    const after = { ...amountsOf(world, sim), order };
    logEffect(world, { client, kind, iccid: sim.iccid, before, after });
  }
  return order;
}

function amountsOf(world: World, sim: Sim) {
  return {
    data_bytes: quotaOf(world, sim, "data").remaining,
    sms: quotaOf(world, sim, "sms").remaining,
  };
}
