import type { Operation, Verdict, VerifyOptions } from "../../provider.ts";
import type { OnceAccount } from "../http/account.ts";
import { readOnceSim } from "../reads/sims.ts";
import type { TopUpOrders } from "./top-up-orders.ts";
import { isSetTo } from "./update.ts";

/** States are read back and top-ups leave an order; of messages and resets nothing certain is left. */
export function canVerify({ kind }: Operation): boolean {
  return kind === "set" || kind === "top_up_package";
}

/** @throws ProviderError */
export async function verify(
  account: OnceAccount,
  topUps: TopUpOrders,
  operation: Operation,
  options: VerifyOptions,
): Promise<Verdict> {
  if (operation.kind === "top_up_package") {
    return topUps.verify(operation.iccid, operation.packages, options);
  }
  const sim = await readOnceSim(account, operation.iccid, options.signal);
  if (!sim) return "no_such_sim";
  const isInPlace = operation.kind === "set" && isSetTo(sim, operation.values);
  return isInPlace ? "in_place" : "not_in_place";
}
