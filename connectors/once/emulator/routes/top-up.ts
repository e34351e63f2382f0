import { z } from "zod";
import { type Answer, type Call, Refusal } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { createOrder } from "../orders/orders.ts";
import { ADDED_MEGABYTES, ADDED_SMS, LIFETIME_PRODUCT, PRODUCTS } from "../orders/products.ts";
import { topUp } from "../orders/top-up.ts";
import { addToQuota, isExpired, markQuota, quotaOf } from "../quotas/quotas.ts";
import { requireOwnSim, requireSim, type Sim, setSim } from "../sims/sims.ts";
import { DAY_MS, MEGABYTE } from "../units.ts";
import type { World } from "../world.ts";
import { iccids, parse } from "./input.ts";

const TEN_YEARS_MS = 3_652 * DAY_MS;

export function postTopUp(world: World, call: Call): Answer {
  const sim = requireOwnSim(world, call.params.iccid ?? "");
  return ordered(world, call, [sim], "TOPUP");
}

export function postTopUps(world: World, call: Call): Answer {
  const sims = parse(iccids, call.body, call.version).map((iccid) => requireOwnSim(world, iccid));
  return ordered(world, call, sims, "BULK_TOPUP");
}

function ordered(
  world: World,
  call: Call,
  sims: readonly Sim[],
  type: "TOPUP" | "BULK_TOPUP",
): Answer {
  const expired = sims.filter((sim) => isExpired(world, sim));
  if (expired.length > 0) {
    throw new Refusal(400, "The SIM is expired. Only extensions are permitted.", "message");
  }
  const paymentMethod = paymentMethodOf(call, "message");
  const number = topUp(world, sims, { client: call.client, type, paymentMethod });
  const location = `${call.origin}/management-api/v${call.version}/orders/${number}`;
  return { status: 201, headers: { Location: location } };
}

const PAYMENT_METHODS = ["banktransfer", "creditcard", "monthlyinvoice"];

/** What is unknown counts as a bank transfer; this account is not in Brazil. */
function paymentMethodOf({ query }: Call, shape: "message" | "empty"): string {
  const method = query.get("payment_method") ?? "banktransfer";
  if (method === "boleto") {
    throw new Refusal(400, "Payment method used is not valid.", shape);
  }
  return PAYMENT_METHODS.includes(method) ? method : "banktransfer";
}

const autoTopUpRequest = z.object({ enabled: z.boolean(), iccids });

export function postAutoTopUp(world: World, call: Call): Answer {
  const { enabled, iccids } = parse(autoTopUpRequest, call.body, call.version);
  for (const sim of iccids.map((iccid) => requireSim(world, iccid))) {
    setSim(world, sim, { auto_top_up: Number(enabled) });
    logEffect(world, {
      client: call.client,
      kind: "update",
      iccid: sim.iccid,
      before: { auto_top_up: sim.auto_top_up === 1 },
      after: { auto_top_up: enabled },
    });
  }
  return { status: 201 };
}

const extensionRequest = z.object({ iccids, productId: z.number().int().optional() });

/** Renews the period and both quotas, also of expired SIMs. */
export function postExtension(world: World, call: Call): Answer {
  const { iccids, productId } = parse(extensionRequest, call.body, call.version);
  const product = productId ?? LIFETIME_PRODUCT;
  if (!PRODUCTS.some(({ id }) => id === product)) {
    throw new Refusal(400, "There is no such product", "empty");
  }
  const sims = iccids.map((iccid) => requireOwnSim(world, iccid));
  const order = createOrder(world, {
    type: "TARIFF_CHANGE",
    status: "COMPLETED",
    products: [{ product_id: product, quantity: sims.length }],
    sims,
    paymentMethod: paymentMethodOf(call, "empty"),
  });
  for (const sim of sims) extend(world, sim, call.client, order);
  return { status: 201 };
}

function extend(world: World, sim: Sim, client: string, order: number): void {
  const { expiry_ms } = quotaOf(world, sim, "data");
  const expiryMs = Math.max(expiry_ms ?? 0, world.clock.nowMs()) + TEN_YEARS_MS;
  addToQuota(world, sim, "data", ADDED_MEGABYTES * MEGABYTE);
  addToQuota(world, sim, "sms", ADDED_SMS);
  markQuota(world, sim, "data", { expiry_ms: expiryMs });
  markQuota(world, sim, "sms", { expiry_ms: expiryMs });
  logEffect(world, {
    client,
    kind: "extension",
    iccid: sim.iccid,
    before: { expiry_ms },
    after: { expiry_ms: expiryMs, order },
  });
}
