import { Limited } from "#core/errors.ts";
import { countOne } from "#core/minute-limit.ts";
import { CLIENT_IP_HEADER } from "./client-ip.ts";

const ATTEMPTS_PER_MINUTE = 30;

/** A link of an existing account asks for its password, so guessing is bounded as at sign-in. */
export async function limitLinkAttempts(headers: Headers): Promise<void> {
  const address = headers.get(CLIENT_IP_HEADER) ?? "unknown";
  const { isOver, resetSeconds } = await countOne(`link:${address}`, ATTEMPTS_PER_MINUTE);
  if (!isOver) return;
  throw new Limited(`Too many attempts. Try again in ${resetSeconds} s.`, {
    details: { retryAfterSeconds: resetSeconds },
  });
}
