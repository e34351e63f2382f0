import { hash as digest } from "node:crypto";
import type { Actor } from "#core/actor.ts";
import { processWide } from "#core/process-state.ts";

export type KeyActor = Extract<Actor, { kind: "apiKey" }>;

/** A revocation in another process is seen here after this long at most; in this one, at once. */
const LIFETIME_MS = 10_000;
const MAX_ENTRIES = 10_000;

interface Entry {
  readonly actor: Promise<KeyActor>;
  readonly expiresAtMs: number;
}

/** Keyed by the secret's hash, so that the secret itself is nowhere in memory. */
function entries(): Map<string, Entry> {
  return processWide("api-key-cache", () => new Map<string, Entry>());
}

/** Whom a key stands for: checked once per `LIFETIME_MS`, also when many requests come at once. */
export function cachedKeyActor(secret: string, verify: () => Promise<KeyActor>): Promise<KeyActor> {
  const hash = digest("sha256", secret, "base64");
  const known = entries().get(hash);
  if (known && known.expiresAtMs > performance.now()) return known.actor;
  if (entries().size >= MAX_ENTRIES) entries().clear();
  const actor = verify();
  const entry = { actor, expiresAtMs: performance.now() + LIFETIME_MS };
  entries().set(hash, entry);
  actor.catch(() => {
    if (entries().get(hash) === entry) entries().delete(hash);
  });
  return actor;
}

/** After a key, a member or a role changed. */
export function forgetKeys(): void {
  entries().clear();
}
