import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "./kinds.ts";
import { type Notification, type Source, toPerson } from "./notification.ts";
import { settingsIn } from "./settings.ts";
import { approvals } from "./sources/approvals.ts";
import { failedAnalysis } from "./sources/failed-analysis.ts";
import { failedChanges } from "./sources/failed-changes.ts";
import { runningOut } from "./sources/running-out.ts";
import { staleData } from "./sources/stale-data.ts";

const SOURCES: Readonly<Record<NotificationKind, Source>> = {
  approval: approvals,
  failed_change: failedChanges,
  failed_analysis: failedAnalysis,
  stale_data: staleData,
  running_out: runningOut,
};

const SHOWN_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Notifications {
  /** The newest first. */
  readonly notifications: readonly Notification[];
  readonly unread: number;
}

/**
 * What happened lately that the person wants to be told of. It is read where it happened, so that what was
 * dealt with is told of no more.
 *
 * @throws Forbidden
 */
export async function listNotifications(actor: Actor): Promise<Notifications> {
  const person = toPerson(actor);
  const since = new Date(wallNow().getTime() - SHOWN_DAYS * DAY_MS);
  return asActor(person, async (sql) => {
    const { muted, seenAt } = await settingsIn(sql);
    const notifications: Notification[] = [];
    for (const [kind, source] of sourcesFor(person)) {
      if (muted.includes(kind)) continue;
      for (const { ref, text, href, at } of await source(sql, person, since)) {
        const is_unread = seenAt === null || at > seenAt;
        notifications.push({
          id: `${kind}:${ref}`,
          kind,
          text,
          href,
          at: at.toISOString(),
          is_unread,
        });
      }
    }
    notifications.sort((a, b) => b.at.localeCompare(a.at));
    return { notifications, unread: notifications.filter(({ is_unread }) => is_unread).length };
  });
}

function sourcesFor(actor: Actor): [NotificationKind, Source][] {
  const all = Object.entries(SOURCES) as [NotificationKind, Source][];
  return all.filter(([kind]) => hasScope(actor, NOTIFICATION_KINDS[kind].scope));
}
