"use client";

import { useEffect, useState } from "react";
import { formatInstant } from "#app/lib/format.ts";

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

interface CountdownProps {
  readonly until: string;
  /** Called once when it is over. */
  readonly onEnd: () => void;
}

/** "in 14 min", by the second in the last minute. */
export function Countdown({ until, onEnd }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / SECOND_MS));
  const isOver = left === 0;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is over
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver]);
  return (
    <time dateTime={until} title={formatInstant(until, new Date(now)).exact}>
      {isOver ? "now" : `in ${spanOf(left)}`}
    </time>
  );
}

function spanOf(seconds: number): string {
  if (seconds < 2 * MINUTE_S) return `${seconds} s`;
  if (seconds < 2 * HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min`;
  if (seconds < 2 * DAY_S) return `${Math.floor(seconds / HOUR_S)} h`;
  return `${Math.floor(seconds / DAY_S)} days`;
}
