import { wallNow } from "#core/clock.ts";
import { type Attempted, ProviderError, type Verdict, type VerifyOptions } from "../../provider.ts";
import { CAME_TO_NOTHING, type OrderReading } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { ordersFromNewest } from "../reads/orders.ts";

/** Their clock says no parts of seconds, and ours may tick a little beside it. */
const CLOCK_TOLERANCE_MS = 3_000;
const IS_NOTHING = new RegExp(CAME_TO_NOTHING, "i");

interface Reading {
  /** By our clock. */
  readonly startedAtMs: number;
  /** How far back it goes, by our clock. */
  readonly sinceMs: number;
  readonly orders: readonly OrderReading[];
  /** How far their clock is ahead of ours. */
  readonly aheadMs: number;
}

export interface TopUpOrders {
  /** How often earlier attempts have topped a SIM up, as the orders show now. @throws ProviderError */
  bought(iccid: string, attempted: Attempted, signal: AbortSignal): Promise<number>;
  /** Whether it was topped up so often. @throws ProviderError lost, as long as it may still turn out so. */
  verify(iccid: string, packages: number, options: VerifyOptions): Promise<Verdict>;
}

/**
 * The orders by which top-ups are found whose answers were lost: buying has no idempotency key. That there is
 * none is believed only `settleMs` after the last attempt, because an order may appear later than its call ended.
 * Until then nobody looks, and then all look at the same moments and share a reading: few calls are allowed.
 */
export function topUpOrders(account: OnceAccount, settleMs: number): TopUpOrders {
  let latest: Promise<Reading> | null = null;

  /** One that was begun no earlier than `startedMs`, and goes back to `sinceMs`. */
  async function readingOf(startedMs: number, sinceMs: number, signal: AbortSignal) {
    for (;;) {
      const current = latest;
      const shared = await current?.catch(() => null); // whoever began it has been told
      if (shared && shared.startedAtMs >= startedMs && shared.sinceMs <= sinceMs) return shared;
      if (latest === current) break; // else somebody began another one meanwhile
    }
    latest = readSince(account, Math.min(sinceMs, startedMs - 3 * settleMs), signal);
    return latest;
  }

  return {
    bought: async (iccid, { first, last }, signal) => {
      const startedMs = Math.min(wallNow().getTime(), last.getTime() + settleMs);
      return countIn(await readingOf(startedMs, first.getTime(), signal), iccid, first);
    },
    verify: async (iccid, packages, { signal, attempted: { first, last } }) => {
      const settledMs = nextMoment(last.getTime() + settleMs, 2 * settleMs);
      const retryAfterMs = settledMs - wallNow().getTime();
      if (retryAfterMs > 0) {
        throw new ProviderError("lost", "1NCE shows no order of this top-up yet.", {
          retryAfterMs,
        });
      }
      const reading = await readingOf(settledMs, first.getTime(), signal);
      return countIn(reading, iccid, first) >= packages ? "in_place" : "not_in_place";
    },
  };
}

/** Of those that are `everyMs` apart, the first from `ms` on. */
function nextMoment(ms: number, everyMs: number): number {
  return everyMs > 0 ? Math.ceil(ms / everyMs) * everyMs : ms;
}

function countIn({ orders, aheadMs }: Reading, iccid: string, since: Date): number {
  const theirSinceMs = since.getTime() + aheadMs;
  return orders.filter((order) => isTopUp(order, iccid, theirSinceMs)).length;
}

function isTopUp(order: OrderReading, iccid: string, theirSinceMs: number): boolean {
  return (
    (order.kind === "top_up" || order.kind === "bulk_top_up") &&
    order.iccids.includes(iccid) &&
    !IS_NOTHING.test(order.status) &&
    order.ordered_at !== null &&
    order.ordered_at.getTime() >= theirSinceMs - CLOCK_TOLERANCE_MS
  );
}

async function readSince(
  account: OnceAccount,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Reading> {
  const startedAtMs = wallNow().getTime();
  const orders: OrderReading[] = [];
  let aheadMs = 0;
  for await (const page of ordersFromNewest(account, signal)) {
    aheadMs = page.theirNow.getTime() - wallNow().getTime();
    orders.push(...page.orders);
    const oldest = page.orders.at(-1)?.ordered_at;
    if (oldest && oldest.getTime() < sinceMs + aheadMs - CLOCK_TOLERANCE_MS) break;
  }
  return { startedAtMs, sinceMs, orders, aheadMs };
}
