import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { processWide } from "#core/process-state.ts";
import { ProviderError } from "../../provider.ts";
import type { OnceAccount } from "./account.ts";
import { backOffMs } from "./back-off.ts";
import { type Answer, exchange } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { refusalOf } from "./refusal.ts";

/** So long before its end a token is not used any more, or half its life where that is shorter. */
const EARLY_MS = 30_000;
const UNSAID_LIFE_SECONDS = 600;
/** Credentials that were refused are not tried again at once, or every row of a change would. */
const REFUSED_FOR_MS = 5_000;

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(UNSAID_LIFE_SECONDS),
});

interface Kept {
  /** What is in hand or on its way; callers share it. */
  readonly token: Promise<string>;
  /** By the monotonic clock of this process, so that no clock that is wrong or moved matters. */
  staleAtMs: number;
}

const keptTokens = () => processWide("once-tokens", () => new Map<string, Kept>());

/** A token that lasts for a while. @throws ProviderError `rejected` for bad credentials, else `busy`. */
export async function tokenOf(account: OnceAccount, signal: AbortSignal): Promise<string> {
  const key = keyOf(account);
  const kept = keptTokens().get(key);
  const usable = kept && performance.now() < kept.staleAtMs ? kept : renewed(account, key);
  return orAborted(usable.token, signal);
}

/** It was refused before its time. Another that came in the meantime is kept. */
export async function forgetToken(account: OnceAccount, token: string): Promise<void> {
  const key = keyOf(account);
  const kept = keptTokens().get(key);
  const current = await kept?.token.catch(() => null); // one that was not granted is none to forget
  if (current === token && keptTokens().get(key) === kept) keptTokens().delete(key);
}

function keyOf({ baseUrl, clientId, clientSecret }: OnceAccount): string {
  const identity = JSON.stringify([baseUrl, clientId, clientSecret]);
  return createHash("sha256").update(identity).digest("hex");
}

function renewed(account: OnceAccount, key: string): Kept {
  const kept: Kept = { token: grant(), staleAtMs: Number.POSITIVE_INFINITY };
  async function grant(): Promise<string> {
    try {
      const { token, staleAtMs } = await asked(account);
      kept.staleAtMs = staleAtMs;
      return token;
    } catch (error) {
      const isFinal = error instanceof ProviderError && error.kind === "rejected";
      kept.staleAtMs = isFinal ? performance.now() + REFUSED_FOR_MS : 0;
      throw error;
    }
  }
  keptTokens().set(key, kept);
  return kept;
}

async function asked(account: OnceAccount): Promise<{ token: string; staleAtMs: number }> {
  for (let attempt = 1; ; attempt++) {
    const askedAtMs = performance.now();
    try {
      const granted = await ask(account);
      const lifeMs = granted.expires_in * 1000;
      const staleAtMs = askedAtMs + lifeMs - Math.min(EARLY_MS, lifeMs / 2);
      return { token: granted.access_token, staleAtMs };
    } catch (error) {
      if (!(error instanceof ProviderError) || error.kind === "rejected") throw error;
      if (attempt < account.attempts) await sleep(backOffMs(account, attempt, error));
      else throw notGranted(error);
    }
  }
}

/** Nothing was done yet for which a token was needed. */
function notGranted(error: ProviderError): ProviderError {
  const { retryAfterMs } = error;
  const options = { cause: error, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return new ProviderError("busy", "1NCE grants no access at the moment.", options);
}

async function ask(account: OnceAccount): Promise<z.output<typeof Granted>> {
  const { clientId, clientSecret, timeoutMs } = account;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  const answer = await exchange(
    account,
    { method: "POST", path: "oauth/token", body: { grant_type: "client_credentials" } },
    `Basic ${basic}`,
    AbortSignal.timeout(timeoutMs), // nobody's own: others wait for it too
  );
  const refusal = refusalOf(answer);
  if (refusal) throw refusal.kind === "rejected" ? badCredentials(answer, refusal) : refusal;
  const granted = Granted.safeParse(parseJson(answer.text));
  if (granted.success) return granted.data;
  throw new ProviderError("lost", "1NCE answered with something that Simon cannot read.");
}

function badCredentials({ status }: Answer, cause: ProviderError): ProviderError {
  if (status === 404) {
    return new ProviderError("rejected", "There is no 1NCE API at this address.", { cause });
  }
  return status === 400 || status === 401 || status === 403
    ? new ProviderError("rejected", "1NCE does not accept the client ID and secret.", { cause })
    : cause;
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(new ProviderError("busy", "The call was broken off.", { cause: signal.reason }));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
