"use client";

import { useEffect, useRef } from "react";
import useSWR, { useSWRConfig } from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { announceFleetChange } from "#app/lib/fleet-changed.ts";
import type { Change } from "#domain/changes/change.ts";

const WHILE_RUNNING_MS = 1000;
const WHILE_PROPOSED_MS = 5000;
const SHOWS_SIMS = /^\/api\/v1\/(ai\/)?sims/;

export function changePath(id: string): string {
  return `/api/v1/changes/${encodeURIComponent(id)}`;
}

/** A change as it is now, looked up again as often as it can have moved. */
export function useChange(id: string) {
  const { data, error, mutate } = useSWR<Change, RequestFailed>(changePath(id), getJson, {
    refreshInterval: (change) => (change ? pollEveryMs(change) : 0),
    keepPreviousData: true,
  });
  useRefreshOnMove(data);
  return {
    change: data,
    error,
    /** Takes what a request of ours answered; without it, looks it up again. */
    update: (change?: Change) => (change ? mutate(change, { revalidate: false }) : mutate()),
  };
}

function pollEveryMs(change: Change): number {
  if (change.state === "proposed") return WHILE_PROPOSED_MS;
  if (change.state === "running") return WHILE_RUNNING_MS;
  // Rows that were in work when it was paused or cancelled come to their end.
  const inWork = (change.progress.running ?? 0) + (change.progress.verifying ?? 0);
  return inWork > 0 ? WHILE_RUNNING_MS : 0;
}

/** Whatever shows SIMs, or the change that this one follows from, is read anew when it is approved and when it ends. */
function useRefreshOnMove(change: Change | undefined): void {
  const { mutate } = useSWRConfig();
  const state = change?.state;
  const earlierId = change?.undo.of ?? change?.retry.of;
  const earlier = earlierId ? changePath(earlierId) : null;
  const before = useRef(state);
  useEffect(() => {
    const hasMoved = before.current !== undefined && before.current !== state;
    before.current = state;
    if (!hasMoved) return;
    void mutate((key) => typeof key === "string" && (SHOWS_SIMS.test(key) || key === earlier));
    announceFleetChange();
  }, [state, earlier, mutate]);
}
