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

/** A list that our API gives a page at a time, by cursor. */
export function usePages<Page extends Cursor>(
  { path, limit, filters }: Listed,
  config: SWRInfiniteConfiguration<Page, RequestFailed>,
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
  return {
    pages: data ?? [],
    // The frame's banner tells it, and what was loaded stays.
    error: data && isUnheard(error) ? undefined : error,
    isLoading: !data && !error,
    isLoadingMore: isValidating && data !== undefined && data.length < size,
    hasMore: data?.at(-1)?.next_cursor != null,
    loadMore: () => void setSize(size + 1),
    mutate,
  };
}
