"use client";

import { useEffect, useRef, useState } from "react";
import type { Change } from "#domain/changes/change.ts";
import { tallyOf } from "./tally.ts";

interface Sample {
  readonly atMs: number;
  readonly ended: number;
}

const WINDOW_MS = 20_000;

/** Seconds until nothing waits any more, by the pace of the last moments; at first, by the preview. */
export function useTimeLeft(change: Change): number | null {
  const { total, waiting } = tallyOf(change);
  const ended = total - waiting;
  const samples = useRef<Sample[]>([]);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (change.state !== "running") {
      samples.current = [];
      return;
    }
    const atMs = Date.now();
    samples.current = [
      ...samples.current.filter((one) => atMs - one.atMs < WINDOW_MS),
      { atMs, ended },
    ];
    const perSecond = paceOf(samples.current);
    setLeft(perSecond > 0 ? waiting / perSecond : null);
  }, [change.state, ended, waiting]);
  if (change.state !== "running" || total === 0) return null;
  return left ?? (change.preview.estimated_seconds * waiting) / total;
}

function paceOf(samples: readonly Sample[]): number {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.atMs === first.atMs) return 0;
  return (1000 * (last.ended - first.ended)) / (last.atMs - first.atMs);
}
