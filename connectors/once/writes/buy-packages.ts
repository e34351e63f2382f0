import { type Attempted, type Operation, ProviderError } from "../../provider.ts";
import { asNothingDone } from "./nothing-done.ts";
import type { TopUpOrders } from "./top-up-orders.ts";

type Packages = Extract<Operation, { kind: "top_up_package" }>;

interface Buying {
  /** One package. @throws ProviderError */
  readonly buyOne: () => Promise<void>;
  readonly orders: TopUpOrders;
  readonly signal: AbortSignal;
  /** When they were asked for before, where that is so. */
  readonly attempted?: Attempted | undefined;
}

/**
 * Buys packages one by one, since 1NCE takes no number of them. What an earlier attempt has bought is found among
 * the orders, and not bought again.
 *
 * @throws ProviderError lost, when some were bought now and others not; it says how many are.
 */
export async function buyPackages(
  { iccid, packages }: Packages,
  { buyOne, orders, signal, attempted }: Buying,
): Promise<void> {
  const before =
    packages > 1 && attempted
      ? await orders.bought(iccid, attempted, signal).catch(asNothingDone)
      : 0;
  for (let bought = before; bought < packages; bought++) {
    try {
      await buyOne();
    } catch (cause) {
      if (bought === 0 || !(cause instanceof ProviderError)) throw cause;
      const { kind, message, retryAfterMs } = cause;
      const said = `1NCE took ${bought} of ${packages} top-ups over. ${message}`;
      const options = { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
      throw new ProviderError(bought === before ? kind : "lost", said, options);
    }
  }
}
