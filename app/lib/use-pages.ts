import { useState } from "react";
import useSWRInfinite, { type SWRInfiniteConfiguration } from "swr/infinite";
import { getJson, isUnheard, type RequestFailed } from "./api.ts";

interface Cursor {
  readonly next_cursor: string | null;
}

interface Listed {
  readonly path: string;
  readonly limit: number;
  /** Those that are empty are left out. */
  readonly filters: Readonly<Record<string, string>>;
}

/**
 * A list that our API gives a page at a time, by cursor. With `keepPreviousData`, the rows of the filters before
 * stay until those of the present ones come, and `isOfBefore` says so.
 */
export function usePages<Page extends Cursor>(
  { path, limit, filters }: Listed,
  { keepPreviousData = false, ...config }: SWRInfiniteConfiguration<Page, RequestFailed>,
) {
  const pathOf = (index: number, before: Page | null) => {
    if (before && before.next_cursor === null) return null;
    const query = new URLSearchParams({ limit: String(limit) });
    for (const [name, value] of Object.entries(filters)) if (value !== "") query.set(name, value);
    if (index > 0 && before?.next_cursor) query.set("cursor", before.next_cursor);
    return `${path}?${query}`;
  };
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<Page, RequestFailed>(
    pathOf,
    getJson,
    config,
  );
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  const hasFailed = error !== undefined && !isUnheard(error);
  const kept = keepPreviousData && !hasFailed ? last : undefined;
  const pages = data ?? kept;
  return {
    pages: pages ?? [],
    /** These rows are not what the filters ask for. */
    isOfBefore: data === undefined && pages !== undefined,
    // The frame's banner tells it, and what was loaded stays.
    error: pages && isUnheard(error) ? undefined : error,
    /** What the filters ask for could not be asked, as nobody answers. */
    needsConnection: data === undefined && pages !== undefined && isUnheard(error),
    isLoading: !pages && !error,
    isLoadingMore: isValidating && data !== undefined && data.length < size,
    hasMore: data?.at(-1)?.next_cursor != null,
    loadMore: () => void setSize(size + 1),
    mutate,
  };
}
