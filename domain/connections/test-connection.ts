import { ProviderError } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { checkBaseUrl } from "./base-url.ts";
import { requireConnection, type StoredConnection } from "./connection.ts";
import { CANNOT_OPEN, openProvider } from "./open-provider.ts";
import { requireOwner } from "./require-owner.ts";

const TIMEOUT_MS = 20_000;
/** Somebody waits for it. */
const RETRY_MS = 150;

export interface TestResult {
  readonly is_working: boolean;
  /** What is wrong; null where nothing is. */
  readonly problem: string | null;
  /** How many SIMs the account has, as far as the provider says. */
  readonly sims: number | null;
}

/**
 * Tries the connection now: a token, then the first page of the SIM list. What comes of it is kept.
 *
 * @throws NotFound, Forbidden
 */
export async function testConnection(actor: Actor): Promise<TestResult> {
  await requireOwner(actor);
  const connection = await asActor(actor, (sql) => requireConnection(sql));
  const result = await tried(connection);
  await asActor(actor, async (sql) => {
    // nothing of it where the credentials were changed meanwhile
    await sql`
      update store.connections
      set last_tested_at = ${wallNow()}, last_error = ${result.problem}, sims_seen = ${result.sims}
      where id = ${connection.id} and secret = ${connection.secret as never}`;
    await recordAudit(sql, actor, {
      action: "connection.test",
      resourceType: "connection",
      resourceId: connection.id,
      changes: { ...result },
    });
  });
  return result;
}

async function tried(connection: StoredConnection): Promise<TestResult> {
  try {
    return { is_working: true, problem: null, sims: await countSims(connection) };
  } catch (error) {
    return { is_working: false, problem: sentenceOf(error), sims: null };
  }
}

async function countSims(connection: StoredConnection): Promise<number | null> {
  await checkBaseUrl(connection.base_url); // what its name stands for may have changed
  const provider = await openProvider(connection, { retryMs: RETRY_MS });
  if (!provider) throw new Conflict(CANNOT_OPEN);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  for await (const { total, pages, sims } of provider.reads.listSims({ signal })) {
    return total ?? (pages === 1 ? sims.length : null);
  }
  return 0;
}

/** Of a token that was not granted for now, what was the matter: that nobody was reached, say. */
function sentenceOf(error: unknown): string {
  if (error instanceof ProviderError && error.kind === "busy") {
    if (error.cause instanceof ProviderError) return sentenceOf(error.cause);
  }
  log().warn({ err: error }, "a connection does not work");
  if (error instanceof ProviderError || error instanceof SimonError) return error.message;
  return "The provider could not be asked.";
}
