import type { Provider } from "../provider.ts";
import type { ProviderReads } from "../provider-reads.ts";
import { CAPABLE, TOP_UP_PACKAGE } from "./capabilities.ts";
import type { OnceAccount } from "./http/account.ts";
import { readConnectivity } from "./reads/connectivity.ts";
import { readEvents } from "./reads/events.ts";
import { readLimits } from "./reads/limits.ts";
import { listSims, PAGE_SIZE } from "./reads/list-sims.ts";
import { readMessages } from "./reads/messages.ts";
import { listOrders } from "./reads/orders.ts";
import { listProducts } from "./reads/products.ts";
import { readQuota } from "./reads/quota.ts";
import { listedSim, readOnceSim } from "./reads/sims.ts";
import { readUsage } from "./reads/usage.ts";
import { callsFor, type PaymentMethod, perform } from "./writes/perform.ts";
import { topUpOrders } from "./writes/top-up-orders.ts";
import { canVerify, verify } from "./writes/verify.ts";
import { whyNot } from "./writes/why-not.ts";

interface OnceOptions {
  /** Such as https://api.1nce.com/management-api */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Names the customer account, whose rate all its credentials share. */
  readonly account: string;
  readonly callsPerSecond?: number | undefined;
  /** Awaited before each reading call that counts; whoever writes has reserved its calls already. */
  readonly awaitTurn?: ((signal: AbortSignal) => Promise<void>) | undefined;
  readonly paymentMethod?: PaymentMethod | undefined;
  readonly timeoutMs?: number | undefined;
  /** Before the first retry of a read. */
  readonly retryMs?: number | undefined;
  /** So long after a top-up an order of it may still appear. */
  readonly orderSettlesMs?: number | undefined;
}

const DEFAULTS = { callsPerSecond: 10, timeoutMs: 12_000, retryMs: 500, orderSettlesMs: 60_000 };
const READ_ATTEMPTS = 4;

type OnceProvider = Provider & { readonly reads: ProviderReads };

/** 1NCE: its API v2, and v1 for what v2 lacks. */
export function onceProvider(options: OnceOptions): OnceProvider {
  const { baseUrl, clientId, clientSecret, paymentMethod } = options;
  const { callsPerSecond = DEFAULTS.callsPerSecond, orderSettlesMs = DEFAULTS.orderSettlesMs } =
    options;
  const writing: OnceAccount = {
    baseUrl,
    clientId,
    clientSecret,
    timeoutMs: options.timeoutMs ?? DEFAULTS.timeoutMs,
    retryMs: options.retryMs ?? DEFAULTS.retryMs,
    attempts: 1, // the work on changes tries again itself, at the account's pace
    awaitTurn: async () => {},
  };
  const reading: OnceAccount = {
    ...writing,
    attempts: READ_ATTEMPTS,
    awaitTurn: options.awaitTurn ?? writing.awaitTurn,
  };
  const topUps = topUpOrders(reading, orderSettlesMs);
  return {
    account: options.account,
    callsPerSecond,
    capabilities: CAPABLE,
    topUpPackage: TOP_UP_PACKAGE,
    whyNot,
    callsFor,
    perform: (operation, { signal, attempted }) =>
      perform(writing, operation, { signal, attempted, topUps, paymentMethod }),
    canVerify,
    verify: (operation, verifying) => verify(writing, topUps, operation, verifying),
    reads: readsOf(reading),
  };
}

function readsOf(account: OnceAccount): ProviderReads {
  return {
    simsPerPage: PAGE_SIZE,
    listSims: (options) => listSims(account, options),
    readSim: async (iccid, { signal }) => {
      const sim = await readOnceSim(account, iccid, signal);
      return sim && listedSim(sim);
    },
    readQuota: (iccid, type, { signal }) => readQuota(account, iccid, type, signal),
    readUsage: (iccid, range, { signal }) => readUsage(account, iccid, range, signal),
    readConnectivity: (iccid, { signal }) => readConnectivity(account, iccid, signal),
    readEvents: (iccid, options) => readEvents(account, iccid, options),
    readMessages: (iccid, options) => readMessages(account, iccid, options),
    listOrders: (options) => listOrders(account, options),
    listProducts: ({ signal }) => listProducts(account, signal),
    readLimits: ({ signal }) => readLimits(account, signal),
  };
}
