"use client";

import { useEffect, useSyncExternalStore } from "react";

const shown = new Map<string, number>();
const listeners = new Set<() => void>();

function count(id: string, step: 1 | -1): void {
  shown.set(id, (shown.get(id) ?? 0) + step);
  for (const listener of listeners) listener();
}

/** Notes that a change has a card of its own on the page. */
export function useShownCard(id: string, isOwn: boolean): void {
  useEffect(() => {
    if (!isOwn) return;
    count(id, 1);
    return () => count(id, -1);
  }, [id, isOwn]);
}

/** Whether it has one, so that no second one is drawn beside it. */
export function useHasCard(id: string | null): boolean {
  return useSyncExternalStore(
    subscribe,
    () => id !== null && (shown.get(id) ?? 0) > 0,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
