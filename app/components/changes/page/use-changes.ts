"use client";

import useSWRInfinite from "swr/infinite";
import { getJson } from "#app/lib/api.ts";
import type { Change, ChangeState } from "#domain/changes/change.ts";

interface ChangesPage {
  readonly changes: readonly Change[];
  readonly next_cursor: string | null;
}

const PAGE_SIZE = 30;
const REFRESH_MS = 5000;

/** The changes of the organisation, newest first, a page at a time. The newest are looked up again. */
export function useChanges(state: ChangeState | "") {
  const pathOf = (index: number, before: ChangesPage | null) => {
    if (before && before.next_cursor === null) return null;
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (state !== "") query.set("state", state);
    if (index > 0 && before?.next_cursor) query.set("cursor", before.next_cursor);
    return `/api/v1/changes?${query}`;
  };
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<ChangesPage, Error>(
    pathOf,
    getJson,
    { refreshInterval: REFRESH_MS },
  );
  return {
    changes: data?.flatMap((page) => page.changes) ?? [],
    error,
    isLoading: !data && !error,
    isLoadingMore: isValidating && data !== undefined && data.length < size,
    hasMore: data?.at(-1)?.next_cursor != null,
    loadMore: () => void setSize(size + 1),
    retry: () => void mutate(),
  };
}
