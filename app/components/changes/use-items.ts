"use client";

import { useEffect } from "react";
import useSWRInfinite from "swr/infinite";
import { getJson } from "#app/lib/api.ts";
import type { Change, ChangeItem, ItemState } from "#domain/changes/change.ts";
import { changePath } from "./use-change.ts";

interface ItemsPage {
  readonly items: readonly ChangeItem[];
  readonly next_cursor: string | null;
}

const PAGE_SIZE = 50;

/** The rows of a change, a page at a time; read again when some of them have moved on. */
export function useItems(change: Change, state: ItemState | "") {
  const pathOf = (index: number, before: ItemsPage | null) => {
    if (before && before.next_cursor === null) return null;
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (state !== "") query.set("state", state);
    if (index > 0 && before?.next_cursor) query.set("cursor", before.next_cursor);
    return `${changePath(change.id)}/items?${query}`;
  };
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<ItemsPage, Error>(
    pathOf,
    getJson,
    { keepPreviousData: true, revalidateFirstPage: false },
  );
  const progress = JSON.stringify(change.progress);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when rows have moved on
  useEffect(() => void mutate(), [progress]);
  return {
    items: data?.flatMap((page) => page.items) ?? [],
    error,
    isLoading: !data && !error,
    isLoadingMore: isValidating && data !== undefined && data.length < size,
    hasMore: data?.at(-1)?.next_cursor != null,
    loadMore: () => void setSize(size + 1),
    retry: () => void mutate(),
  };
}
