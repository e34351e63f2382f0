"use client";

import { useEffect } from "react";
import { usePages } from "#app/lib/use-pages.ts";
import type { Change, ChangeItem, ItemState } from "#domain/changes/change.ts";
import { changePath } from "./use-change.ts";

interface ItemsPage {
  readonly items: readonly ChangeItem[];
  readonly next_cursor: string | null;
}

/** The rows of a change, a page at a time; read again when some of them have moved on. */
export function useItems(change: Change, state: ItemState | "") {
  const { pages, ...found } = usePages<ItemsPage>(
    { path: `${changePath(change.id)}/items`, limit: 50, filters: { state } },
    { keepPreviousData: true, revalidateFirstPage: false },
  );
  const progress = JSON.stringify(change.progress);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when rows have moved on
  useEffect(() => void found.mutate(), [progress]);
  return { ...found, items: pages.flatMap((page) => page.items) };
}
