"use client";

import { RefreshCw, TriangleAlert } from "lucide-react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { relativeTime } from "#app/lib/format.ts";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";
import { useSyncStatus } from "./use-sync-status.ts";
import { AGE_WORDS, sourceWords } from "./words.ts";

type Kind = SyncStatus["kinds"][number];

/** From when the data of a page is; nothing where the fleet is as it was made. */
export function SyncedLine({ kinds }: { readonly kinds: readonly Kind["kind"][] }) {
  const { data } = useSyncStatus();
  const now = useFleetNow();
  const shown = data?.kinds.filter(({ kind, as_of }) => kinds.includes(kind) && as_of !== null);
  if (!data || !shown || shown.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted" suppressHydrationWarning>
      {shown.map(({ kind, as_of, source, is_stale: isStale }) => {
        const Icon = isStale ? TriangleAlert : RefreshCw;
        return (
          <span key={kind} className="inline-flex items-center gap-1.5">
            <Icon aria-hidden className={isStale ? "size-3.5 text-attention" : "size-3.5"} />
            {AGE_WORDS[kind]} {relativeTime(new Date(as_of ?? ""), now)}
            {source ? ` ${sourceWords(source, data.provider)}` : null}
            {isStale ? ", older than it should be" : null}
          </span>
        );
      })}
    </p>
  );
}
