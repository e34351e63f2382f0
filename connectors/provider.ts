import { setTimeout as sleep } from "node:timers/promises";
import type { ProviderReads } from "./provider-reads.ts";

/** What a provider holds of a SIM, as far as it can be read back. Bytes and messages are counts. */
export interface ProviderSim {
  readonly status: "active" | "inactive" | "suspended" | "deactivated";
  /** Device name. */
  readonly label: string | null;
  /** Whether it works in its present device only. */
  readonly imei_lock: boolean;
  readonly rate_plan: string | null;
  readonly data_total: number | null;
  readonly sms_total: number | null;
}

/** What a provider can be asked to do to one SIM. */
export type Operation = { readonly iccid: string } & (
  | { readonly kind: "set"; readonly values: Partial<ProviderSim> }
  | { readonly kind: "top_up"; readonly type: "data" | "sms"; readonly amount: number }
  | { readonly kind: "top_up_package"; readonly packages: number }
  | { readonly kind: "send_sms"; readonly text: string }
  | { readonly kind: "reset" }
  | { readonly kind: "refresh_usage" }
);

export interface Attempted {
  readonly first: Date;
  readonly last: Date;
}

export interface CallOptions {
  /** The same for every attempt at one effect. A provider may or may not heed it. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** When it was asked for before, first and last; absent where it was not. */
  readonly attempted?: Attempted | undefined;
}

/**
 * What a provider may be able to do. `set_quota` and `rate_plan` change them to any value, `refresh_usage` asks for
 * the usage of one SIM at once.
 */
export const CAPABILITIES = [
  "list",
  "status",
  "label",
  "imei_lock",
  "usage",
  "quota",
  "connectivity",
  "events",
  "sms",
  "top_up",
  "limits",
  "reset",
  "orders",
  "products",
  "set_quota",
  "rate_plan",
  "refresh_usage",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** `true`, or a sentence for the person who asked: why not, and what to do instead. */
export type Capabilities = Readonly<Record<Capability, true | string>>;

export interface VerifyOptions {
  readonly signal: AbortSignal;
  /** When it was asked for first, and last: what was there before is no effect of it. */
  readonly attempted: Attempted;
}

export type Verdict = "in_place" | "not_in_place" | "no_such_sim";

/** A top-up that is sold in one size only. */
export interface TopUpPackage {
  readonly bytes: number;
  readonly messages: number;
  /** A sentence for who is going to buy it. */
  readonly about: string;
}

/** An upstream of connectivity, for one organisation's account. */
export interface Provider {
  /** Names the account that the calls are counted against. */
  readonly account: string;
  readonly callsPerSecond: number;
  readonly capabilities: Capabilities;
  /** What is bought, where top-ups are sold in one size only. */
  readonly topUpPackage?: TopUpPackage;
  /** Why an operation would be refused for every SIM, such as a message that is too long; else null. */
  whyNot?(operation: Operation): string | null;
  /** How many of the account's calls an operation takes. */
  callsFor(operation: Operation): number;
  /** @throws ProviderError */
  perform(operation: Operation, options: CallOptions): Promise<void>;
  /** Whether a lost answer can be cleared up by looking. */
  canVerify(operation: Operation): boolean;
  /** Looks whether an operation has happened. @throws ProviderError also when that is not clear yet. */
  verify(operation: Operation, options: VerifyOptions): Promise<Verdict>;
  /** What it knows of the fleet; absent where our own tables are all there is. */
  readonly reads?: ProviderReads;
}

/**
 * `rejected`: it said no, and would again. `busy`: it did nothing and wants to be asked later.
 * `lost`: no answer, or one that does not say; it may or may not have happened.
 */
export class ProviderError extends Error {
  readonly kind: "rejected" | "busy" | "lost";
  readonly retryAfterMs: number | undefined;

  /** @param message A sentence of ours; the provider's own text goes into `cause`. */
  constructor(
    kind: ProviderError["kind"],
    message: string,
    { cause, retryAfterMs }: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause });
    this.name = "ProviderError";
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Asking twice does no more than asking once. */
export function isHarmlessTwice(operation: Operation): boolean {
  return operation.kind === "set" || operation.kind === "refresh_usage";
}

/** Ends a call that the other side does not answer. @throws ProviderError lost */
export async function withinTime<T>(
  timeoutMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cut = new AbortController();
  const done = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: done.signal }).then(() => {
    cut.abort();
    throw new ProviderError("lost", `The provider did not answer within ${timeoutMs / 1000} s.`);
  });
  late.catch(() => {}); // the race is over, or has been lost to it
  try {
    return await Promise.race([call(cut.signal), late]);
  } finally {
    done.abort();
  }
}
