"use client";

import useSWR from "swr";
import { getJson } from "#app/lib/api.ts";

const NONE: string[][] = [];

/** The messages that stand in one place of a conversation, oldest first, where there are several. */
export function useVersions(threadId: string, isKept: boolean) {
  const { data, mutate } = useSWR<{ places: string[][] }, Error>(
    isKept ? `/api/threads/${threadId}/versions` : null,
    getJson,
  );
  return { versions: data?.places ?? NONE, refreshVersions: () => void mutate() };
}
