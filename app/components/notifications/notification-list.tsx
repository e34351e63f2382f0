"use client";

import {
  CalendarClock,
  ChartNoAxesCombined,
  CircleX,
  Hand,
  type LucideIcon,
  RefreshCw,
  Settings,
} from "lucide-react";
import Link from "next/link";
import { Popover } from "radix-ui";
import { useEffect } from "react";
import { Instant } from "#app/components/instant.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { cn } from "#app/lib/cn.ts";
import type { NotificationKind } from "#domain/notifications/kinds.ts";
import type { Notification } from "#domain/notifications/notification.ts";

const ICONS: Readonly<Record<NotificationKind, LucideIcon>> = {
  approval: Hand,
  failed_change: CircleX,
  failed_analysis: ChartNoAxesCombined,
  stale_data: RefreshCw,
  running_out: CalendarClock,
};

interface NotificationListProps {
  /** Undefined while they are on their way. */
  readonly notifications: readonly Notification[] | undefined;
  readonly error: Error | undefined;
  readonly retry: () => void;
  readonly onShown: () => void;
}

/** What happened lately, the newest first; each leads to where it is looked into. */
export function NotificationList({ notifications, error, retry, onShown }: NotificationListProps) {
  const isThere = notifications !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are there to be seen
  useEffect(() => {
    if (isThere) onShown();
  }, [isThere]);
  return (
    <>
      <div className="flex items-center justify-between border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="font-medium">Notifications</h2>
        <Popover.Close asChild>
          <Link
            href="/settings/notifications"
            aria-label="Choose what you are told of"
            title="Choose what you are told of"
            className={buttonStyle({ look: "ghost", size: "icon-sm" })}
          >
            <Settings aria-hidden />
          </Link>
        </Popover.Close>
      </div>
      {notifications?.length ? (
        <ul className="divide-y divide-line">
          {notifications.map((notification) => (
            <Item key={notification.id} {...notification} />
          ))}
        </ul>
      ) : error && !isThere ? (
        <LoadFailed
          className="m-4"
          title="The notifications could not be loaded"
          error={error}
          retry={retry}
        />
      ) : (
        <p className="px-4 py-6 text-center text-muted">
          {isThere ? "Nothing happened that you would want to know." : "Loading …"}
        </p>
      )}
    </>
  );
}

function Item({ kind, text, href, at, is_unread: isUnread }: Notification) {
  const Icon = ICONS[kind];
  return (
    <li>
      <Popover.Close asChild>
        <Link href={href} className="flex gap-3 px-4 py-3 hover:bg-hover">
          <Icon
            aria-hidden
            className={cn("mt-0.5 size-4 shrink-0", isUnread ? "text-accent" : "text-muted")}
          />
          <span className="min-w-0 flex-1">
            <span className={cn("block break-words", isUnread && "font-medium")}>
              {text}
              {isUnread ? <span className="sr-only">, new</span> : null}
            </span>
            <span className="text-sm text-muted">
              <Instant iso={at} />
            </span>
          </span>
        </Link>
      </Popover.Close>
    </li>
  );
}
