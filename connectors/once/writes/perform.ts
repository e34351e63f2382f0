import { type Attempted, type Operation, ProviderError } from "../../provider.ts";
import type { OnceAccount } from "../http/account.ts";
import { act } from "../http/call.ts";
import { readOnceSim } from "../reads/sims.ts";
import { buyPackages } from "./buy-packages.ts";
import { asNothingDone } from "./nothing-done.ts";
import { smsOf } from "./sms.ts";
import type { TopUpOrders } from "./top-up-orders.ts";
import { updated, type Values } from "./update.ts";
import { whyNot } from "./why-not.ts";

/** A bank transfer, where nothing is said. */
export type PaymentMethod = "banktransfer" | "creditcard" | "monthlyinvoice" | "boleto";

/**
 * Reading it first, and writing it whole. v2 has no call for many SIMs. That of v1, which ends with 2026, would
 * save calls, but answers for none of them: it takes the list into a queue, says neither how long one may be
 * nor which SIM it refused, and each would have to be read until it has changed or is taken for lost.
 */
const CALLS_TO_SET = 2;

export function callsFor(operation: Operation): number {
  if (operation.kind === "top_up_package") return operation.packages;
  return operation.kind === "set" ? CALLS_TO_SET : 1;
}

interface Performing {
  readonly signal: AbortSignal;
  readonly attempted?: Attempted | undefined;
  readonly topUps: TopUpOrders;
  readonly paymentMethod?: PaymentMethod | undefined;
}

/** @throws ProviderError */
export async function perform(
  account: OnceAccount,
  operation: Operation,
  { signal, attempted, topUps, paymentMethod }: Performing,
): Promise<void> {
  const refusal = whyNot(operation);
  if (refusal !== null) throw new ProviderError("rejected", refusal);
  const sim = `v2/sims/${encodeURIComponent(operation.iccid)}`;
  const post = (path: string, rest: { body?: unknown; query?: Record<string, string> } = {}) =>
    act(account, { method: "POST", path, ...rest }, signal);
  switch (operation.kind) {
    case "set":
      return set(account, operation.iccid, operation.values, signal);
    case "send_sms":
      return void (await post(`${sim}/sms`, { body: smsOf(operation.text) }));
    case "reset":
      return void (await post(`${sim}/reset`));
    case "top_up_package": {
      const query = paymentMethod && { query: { payment_method: paymentMethod } };
      const buyOne = async () => void (await post(`${sim}/topup`, query));
      return buyPackages(operation, { buyOne, orders: topUps, signal, attempted });
    }
  }
}

/** The whole SIM is written: what is left out, 1NCE would set to what it takes for usual. */
async function set(
  account: OnceAccount,
  iccid: string,
  values: Values,
  signal: AbortSignal,
): Promise<void> {
  const sim = await readOnceSim(account, iccid, signal).catch(asNothingDone);
  if (!sim) throw new ProviderError("rejected", "1NCE does not know this SIM.");
  const path = `v2/sims/${encodeURIComponent(iccid)}`;
  await act(account, { method: "PUT", path, body: updated(sim, values) }, signal);
}
