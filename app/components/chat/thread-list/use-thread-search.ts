"use client";

import { useEffect, useState } from "react";
import useSWR from "swr";
import { getJson } from "#app/lib/api.ts";
import type { ThreadHit } from "#domain/threads/search-threads.ts";

const WAIT_FOR_MORE_MS = 150;

/** What is found in titles and messages, once the reader stops typing; null while nothing is sought. */
export function useThreadSearch(text: string) {
  const [sought, setSought] = useState("");
  const trimmed = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setSought(trimmed), trimmed === "" ? 0 : WAIT_FOR_MORE_MS);
    return () => clearTimeout(timer);
  }, [trimmed]);
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
