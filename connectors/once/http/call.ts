import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { ProviderError } from "../../provider.ts";
import type { OnceAccount } from "./account.ts";
import { backOffMs } from "./back-off.ts";
import { type Answer, type AnswerHeaders, exchange, type Outgoing } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { refusalOf } from "./refusal.ts";
import { forgetToken, tokenOf } from "./token.ts";

const TOKENS_TRIED = 3;

interface Read<S extends z.ZodType> {
  readonly path: string;
  readonly query?: Outgoing["query"];
  readonly schema: S;
  readonly signal: AbortSignal;
}

export interface Found<T> {
  readonly value: T;
  readonly headers: AnswerHeaders;
}

/**
 * Reads something, again after a while where the answer was lost. Null where it is not there.
 *
 * @throws ProviderError
 */
export async function read<S extends z.ZodType>(
  account: OnceAccount,
  { path, query, schema, signal }: Read<S>,
): Promise<Found<z.output<S>> | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (isCounted(path)) await account.awaitTurn(signal);
      const answer = await authorized(account, { method: "GET", path, query }, signal);
      const refusal = refusalOf(answer);
      if (refusal?.kind === "rejected" && answer.status === 404) return null;
      if (refusal) throw refusal;
      return { value: readable(schema, answer), headers: answer.headers };
    } catch (error) {
      if (!isLost(error) || attempt >= account.attempts || signal.aborted) throw error;
      await pause(backOffMs(account, attempt, error), signal);
    }
  }
}

/**
 * Has something done, once: what is not certain is `lost`, and whoever asked for it looks before it is
 * asked for again.
 *
 * @returns what the answer holds besides yes; undefined where it is empty or unreadable.
 * @throws ProviderError
 */
export async function act(
  account: OnceAccount,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await authorized(account, outgoing, signal);
  const refusal = refusalOf(answer);
  if (refusal) throw refusal;
  return parseJson(answer.text);
}

/** Only calls below /sims count against the rate that all share. */
function isCounted(path: string): boolean {
  return /^v\d\/sims\b/.test(path);
}

/**
 * With a token, and with a new one where that was not accepted: nothing was done then. A third one, since the
 * second is often one that others have had for a while.
 */
async function authorized(
  account: OnceAccount,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const token = await tokenOf(account, signal);
    const answer = await exchange(account, outgoing, `Bearer ${token}`, signal);
    if (answer.status !== 401 || attempt === TOKENS_TRIED) return answer;
    await forgetToken(account, token);
  }
}

function readable<S extends z.ZodType>(schema: S, { text, status }: Answer): z.output<S> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const cause = new Error(`HTTP ${status}: ${parsed.error.message.slice(0, 500)}`);
  throw new ProviderError("lost", "1NCE answered with something that Simon cannot read.", {
    cause,
  });
}

function isLost(error: unknown): error is ProviderError {
  return error instanceof ProviderError && error.kind === "lost";
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((cause) => {
    throw new ProviderError("lost", "The call was broken off.", { cause });
  });
}
