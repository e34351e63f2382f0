"use client";

import useSWR from "swr";
import { getJson } from "#app/lib/api.ts";
import { usePaused } from "#app/lib/use-paused.ts";
import type { ThreadHit } from "#domain/threads/search-threads.ts";

/** What is found in titles and messages, once the reader stops typing; null while nothing is sought. */
export function useThreadSearch(text: string) {
  const trimmed = text.trim();
  const sought = usePaused(trimmed);
  const { data, error, mutate } = useSWR<{ hits: ThreadHit[] }, Error>(
    sought === "" ? null : `/api/threads/search?q=${encodeURIComponent(sought)}`,
    getJson,
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return {
    isSearching: trimmed !== "",
    hits: sought === "" ? undefined : data?.hits,
    error,
    retry: () => void mutate(),
  };
}
