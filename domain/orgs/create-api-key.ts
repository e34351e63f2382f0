import { randomBytes } from "node:crypto";
import { defaultKeyHasher } from "@better-auth/api-key";
import { generateId } from "better-auth";
import type { Actor, CallLimits, Scope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { checkKeyLimits } from "#domain/auth/key-limits.ts";
import { KEY_SCOPES } from "#domain/auth/key-scopes.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

const PREFIX = "simon_";
const SHOWN_CHARACTERS = PREFIX.length + 4;
const MAX_NAME_LENGTH = 60;
const DAY_MS = 24 * 3600 * 1000;

interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Never, when left out. */
  readonly expiresInDays?: number | undefined;
  /** Those that the installation gives every key, when left out. */
  readonly limits?: CallLimits | undefined;
  /** Whose key it is: the actor's own, unless this installation makes it for somebody. */
  readonly forUserId?: string;
}

/**
 * Makes an API key of the actor's organisation. It lives no longer than its maker's membership.
 *
 * @returns the key itself, shown once: only its hash is kept.
 */
export async function createApiKey(
  actor: Actor,
  { name, scopes, expiresInDays, limits: wanted, forUserId }: NewKey,
): Promise<{ id: string; key: string }> {
  requireAdmin(actor);
  const userId = actor.kind === "system" ? forUserId : actor.userId;
  if (!userId) throw new Forbidden("A key needs a person whose key it is.");
  const label = name.trim();
  if (!label) throw new Invalid("name: a key needs a name.");
  if (label.length > MAX_NAME_LENGTH) {
    throw new Invalid(`name: use at most ${MAX_NAME_LENGTH} characters.`);
  }
  const granted = KEY_SCOPES.filter((scope) => scopes.includes(scope));
  if (granted.length === 0)
    throw new Invalid("scopes: choose at least one permission for the key.");
  const limits = wanted && checkKeyLimits(wanted);

  const key = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  const now = wallNow();
  const row = {
    id: generateId(),
    configId: "default",
    name: label,
    start: key.slice(0, SHOWN_CHARACTERS),
    prefix: PREFIX,
    key: await defaultKeyHasher(key),
    referenceId: actor.organizationId,
    enabled: true,
    rateLimitEnabled: false,
    requestCount: 0,
    permissions: JSON.stringify({ scopes: granted }),
    metadata: JSON.stringify({ userId, limits }),
    createdAt: now,
    updatedAt: now,
    expiresAt:
      expiresInDays === undefined ? null : new Date(now.getTime() + expiresInDays * DAY_MS),
  };
  return withAudit(actor, async (sql) => {
    await sql`insert into public.apikey ${sql(row)}`;
    return {
      result: { id: row.id, key },
      audit: {
        action: "api_key.create",
        resourceType: "api_key",
        resourceId: row.id,
        changes: { name: label, scopes: granted, limits, expiresAt: row.expiresAt },
      },
    };
  });
}
