import { generateId } from "better-auth";
import { wallNow } from "#core/clock.ts";
import { processWide } from "#core/process-state.ts";
import { type Database, database } from "#db/database.ts";
import { mcpResources } from "./addresses.ts";

/**
 * Sees to it that the library knows what tokens can be for. Not at its start, as it would itself, when its
 * tables may not be there yet; the addresses change with the port and `SIMON_URL`.
 */
export async function ensureResources(): Promise<void> {
  const db = await database();
  const known = processWide("oauth-resources", () => new WeakMap<Database, Set<string>>());
  const kept = known.get(db) ?? new Set();
  known.set(db, kept);
  for (const identifier of mcpResources().filter((one) => !kept.has(one))) {
    const now = wallNow();
    await db.sql`
      insert into public."oauthResource" (id, identifier, name, disabled, "createdAt", "updatedAt")
      values (${generateId()}, ${identifier}, 'Simon', false, ${now}, ${now})
      on conflict (identifier) do nothing`;
    kept.add(identifier);
  }
}
