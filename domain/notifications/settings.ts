import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "./kinds.ts";
import { toPerson } from "./notification.ts";

const KINDS = Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]];

export const Muted = z.object({ muted: z.array(z.enum(KINDS)).max(KINDS.length) });

/** Of the person in whose name the transaction is. */
export async function settingsIn(
  sql: Transaction,
): Promise<{ muted: NotificationKind[]; seenAt: Date | null }> {
  const [row] = await sql<{ muted: NotificationKind[]; seenAt: Date | null }[]>`
    select muted, seen_at as "seenAt" from store.notification_settings`;
  return row ? { ...row } : { muted: [], seenAt: null };
}

/** The kinds that the person is not told of. @throws Forbidden */
export async function mutedKinds(actor: Actor): Promise<NotificationKind[]> {
  return (await asActor(toPerson(actor), settingsIn)).muted;
}

/** @throws Forbidden */
export async function muteKinds(actor: Actor, muted: readonly NotificationKind[]): Promise<void> {
  const row = { muted: [...new Set(muted)] };
  await asActor(
    toPerson(actor),
    (sql) => sql`
      insert into store.notification_settings ${sql(row)}
      on conflict (organization_id, user_id) do update set ${sql(row)}`,
  );
}

/** All that there is so far. @throws Forbidden */
export async function markSeen(actor: Actor): Promise<void> {
  const row = { seen_at: wallNow() };
  await asActor(
    toPerson(actor),
    (sql) => sql`
      insert into store.notification_settings ${sql(row)}
      on conflict (organization_id, user_id) do update set ${sql(row)}`,
  );
}
