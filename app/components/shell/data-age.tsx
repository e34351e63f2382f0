"use client";

import { useEffect, useState } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { cn } from "#app/lib/cn.ts";
import { type Formatted, formatDay, formatInstant, relativeTime } from "#app/lib/format.ts";

const HOUR_MS = 3_600_000;
const ATTENTION_AFTER_MS = 2 * HOUR_MS;
const CRITICAL_AFTER_MS = 24 * HOUR_MS;
const TICK_MS = 30_000;

interface DataAgeProps {
  /** ISO instants; null where there is no data. */
  readonly newest: string | null;
  readonly sources: readonly {
    readonly source: string;
    readonly newest: string | null;
    readonly isDay: boolean;
    readonly isStale: boolean;
  }[];
}

/** "Data 4 min ago"; amber over two hours, red over a day; pressing it shows the age of each source. */
export function DataAge({ newest, sources }: DataAgeProps) {
  const now = useTickingFleetNow();
  if (!now) return null;
  const ageMs = newest === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(newest);
  const isOld = ageMs > ATTENTION_AFTER_MS;
  const isPartOld = !isOld && sources.some(({ isStale }) => isStale);
  const level = ageMs > CRITICAL_AFTER_MS ? "critical" : isOld || isPartOld ? "attention" : "good";
  const age = newest === null ? "no data yet" : relativeTime(new Date(newest), now);
  return (
    <Popover
      label="Newest data"
      align="end"
      className="w-72 rounded-md p-3 text-sm"
      trigger={
        <button
          type="button"
          data-tour="data-age"
          className="flex h-8 items-center gap-2 rounded-md px-2 text-sm whitespace-nowrap text-muted hover:bg-hover hover:text-fg"
        >
          <span
            aria-hidden
            className={cn("size-2 rounded-full", {
              "bg-good": level === "good",
              "bg-attention": level === "attention",
              "bg-critical": level === "critical",
            })}
          />
          {isPartOld ? (
            "Some data is old"
          ) : (
            <>
              <span className="max-sm:sr-only">{isOld ? "Data is old:" : "Data"}</span> {age}
            </>
          )}
        </button>
      }
    >
      <h2 className="font-medium">Newest data</h2>
      <dl className="mt-2 flex flex-col gap-1.5">
        {sources.map(({ source, newest: of, isDay, isStale }) => {
          const { text, exact } = formatAge(of, isDay, now);
          return (
            <div key={source} className="flex justify-between gap-3">
              <dt className="text-muted">{source}</dt>
              <dd title={exact} className={isStale ? "text-attention" : undefined}>
                {text}
                {isStale ? <span className="sr-only">, older than it should be</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </Popover>
  );
}

function formatAge(newest: string | null, isDay: boolean, now: Date): Formatted {
  if (newest === null) return { text: "none" };
  return isDay ? formatDay(newest.slice(0, 10), now) : formatInstant(newest, now);
}

/** Null on the server, whose locale and zone are not the reader's. */
function useTickingFleetNow(): Date | null {
  const now = useFleetNow();
  const [tick, setTick] = useState(0);
  useEffect(() => {
    setTick(1);
    const timer = setInterval(() => setTick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return tick === 0 ? null : now;
}
