"use client";

import { Bell as BellIcon } from "lucide-react";
import dynamic from "next/dynamic";
import useSWR from "swr";
import { Popover } from "#app/components/ui/popover.tsx";
import { getJson, type RequestFailed, sendJson } from "#app/lib/api.ts";
import { countOf } from "#app/lib/format.ts";
import type { Notifications } from "#domain/notifications/list-notifications.ts";

const REFRESH_MS = 60_000;
const MOST_SHOWN = 9;

/** Fetched with the panel. */
const NotificationList = dynamic(
  async () => (await import("./notification-list.tsx")).NotificationList,
  { ssr: false },
);

/** How much the person has not seen yet; pressing it shows it. */
export function Bell() {
  const { data, error, mutate } = useSWR<Notifications, RequestFailed>(
    "/api/notifications",
    getJson,
    { refreshInterval: REFRESH_MS },
  );
  const unread = data?.unread ?? 0;
  const markSeen = () => {
    if (!data || unread === 0) return;
    // What was unread stays marked as long as the panel shows it.
    const seen = { ...data, unread: 0 };
    void mutate(
      async () => {
        await sendJson("POST", "/api/notifications/seen");
        return seen;
      },
      { optimisticData: seen, revalidate: false },
    ).catch(reportError);
  };
  const name = unread > 0 ? `Notifications, ${countOf(unread, "new one")}` : "Notifications";
  return (
    <Popover
      label="Notifications"
      align="end"
      className="w-[min(24rem,calc(100vw-16px))] p-0"
      trigger={
        <button
          type="button"
          aria-label={name}
          title={name}
          className="relative flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-fg"
        >
          <BellIcon aria-hidden className="size-[18px]" />
          {unread > 0 ? (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[11px] font-semibold text-accent-fg tabular-nums"
            >
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          ) : null}
        </button>
      }
    >
      <NotificationList
        notifications={data?.notifications}
        error={error}
        retry={() => void mutate()}
        onShown={markSeen}
      />
    </Popover>
  );
}
